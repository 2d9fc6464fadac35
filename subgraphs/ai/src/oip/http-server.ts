import { badInput, type Logger, ServiceError } from '@customerai/service';
import express, { type ErrorRequestHandler, type Request, type Response } from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { ModelService } from '../serving/model-service.ts';
import { answerEmbeddings } from './embeddings.ts';
import type { InferenceServer } from './inference-server.ts';
import { SERVER } from './server-metadata.ts';
import type { TokenCheck } from './token-check.ts';

const MAX_BODY = '16mb';

const flat = (data: unknown): number[] => (data as unknown[]).flat(Infinity) as number[];
const inferRequest = z.object({
  id: z.string().optional(),
  inputs: z.array(
    z.object({
      name: z.string(),
      datatype: z.string(),
      shape: z.array(z.number()),
      // Flat, or nested as the shape says: the protocol allows both.
      data: z.array(z.unknown()),
    }),
  ),
  outputs: z.array(z.object({ name: z.string() })).optional(),
});
const repositoryRequest = z.object({ parameters: z.object({ version: z.string().optional() }).optional() }).optional();

function parse<Value>(schema: z.ZodType<Value>, body: unknown): Value {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badInput(issue!.path.join('.') || 'body', `The request is not what the protocol says: ${issue!.path.join('.')} ${issue!.message}`);
}

export const statusOf = (error: unknown): number => {
  const code = error instanceof ServiceError ? error.code : undefined;
  const known = { BAD_USER_INPUT: 400, UNAUTHENTICATED: 401, NOT_FOUND: 404, CONFLICT: 409, RATE_LIMITED: 429, SERVICE_UNAVAILABLE: 503 } as Record<
    string,
    number
  >;
  return (code && known[code]) ?? 500;
};

/** Aborted when the client goes away before it has its answer. */
function clientSignal(response: Response): AbortSignal {
  const left = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) left.abort(new Error('The client went away.'));
  });
  return left.signal;
}

/** Serves the Open Inference Protocol v2 under `/v2`, and OpenAI's embeddings under `/v1`. Health is told to anybody, the rest to holders of the token. */
export async function openInferenceHttp(options: {
  server: InferenceServer;
  model: ModelService;
  check: TokenCheck;
  host: string;
  port: number;
  log: Logger;
}): Promise<AsyncDisposable & { url: string }> {
  const { server, model, check, host, port, log } = options;
  const app = express().disable('x-powered-by').disable('etag');
  app.get('/v2/health/live', (_, response) => void response.json({ live: true }));
  app.get('/v2/health/ready', (_, response) => void response.json({ ready: true }));
  app.use((request, _, next) => {
    check(request.get('authorization'));
    next();
  });
  app.use(express.json({ limit: MAX_BODY, type: () => true }));
  app.get('/v2', (_, response) => void response.json(SERVER));

  for (const path of ['/v2/models/:model', '/v2/models/:model/versions/:version']) {
    type Named = Request<{ model: string; version?: string }>;
    app.get(path, ({ params }: Named, response) => void response.json(server.metadata(params.model, params.version)));
    app.get(`${path}/ready`, ({ params }: Named, response) => {
      const ready = server.isReady(params.model, params.version);
      response.status(ready ? 200 : 404).json({ name: params.model, ready });
    });
    app.post(`${path}/infer`, async ({ params, body }: Named, response) => {
      const { id, inputs, outputs = [] } = parse(inferRequest, body);
      const tensors = inputs.map(({ data, ...rest }) => ({ ...rest, data: flat(data) }));
      const names = outputs.map(({ name }) => name);
      const answer = await server.infer(params.model, params.version, tensors, names, clientSignal(response));
      response.json({
        model_name: answer.model.name,
        model_version: answer.model.version,
        ...(id === undefined ? {} : { id }),
        outputs: answer.outputs.map(({ data, ...rest }) => ({ ...rest, data: Array.from(data) })),
      });
    });
  }
  app.post('/v2/repository/index', (_, response) => void response.json(server.index()));
  app.post('/v2/repository/models/:model/load', async ({ params, body }, response) => {
    await server.load(params.model, parse(repositoryRequest, body)?.parameters?.version);
    response.json({});
  });
  app.post('/v2/repository/models/:model/unload', async ({ params, body }, response) => {
    await server.unload(params.model, parse(repositoryRequest, body)?.parameters?.version);
    response.json({});
  });
  app.post('/v1/embeddings', async ({ body }, response) => void response.json(await answerEmbeddings(model, body, clientSignal(response))));
  app.use((request, response) => void response.status(404).json({ error: `There is no ${request.method} ${request.path} here.` }));
  const onError: ErrorRequestHandler = (error, request, response, _next) => {
    const broken = (error as { type?: string }).type;
    const status = broken === 'entity.parse.failed' ? 400 : broken === 'entity.too.large' ? 413 : statusOf(error);
    if (status >= 500 && !(error instanceof ServiceError)) log.error({ err: error, path: request.path }, 'an inference request failed');
    if (error instanceof ServiceError && error.code === 'RATE_LIMITED') response.set('retry-after', String(error.details['retryAfter'] ?? 1));
    const said = status === 500 ? 'Something went wrong on our side.' : (error as Error).message;
    const message = broken === 'entity.parse.failed' ? `The body is not JSON: ${said}` : said;
    // Each protocol has its own form of an error.
    response
      .status(status)
      .json({ error: request.path.startsWith('/v1/') ? { message, type: status < 500 ? 'invalid_request_error' : 'server_error' } : message });
  };
  app.use(onError);

  const http = createServer(app);
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${(http.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeIdleConnections();
      }),
  };
}
