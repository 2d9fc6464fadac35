import { isTracing } from '@customerai/telemetry';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AccessTokens, Identity } from '../auth/access-tokens.ts';
import { traceIdOf } from '../trace.ts';
import type { RequestWatch } from '../telemetry/watch-requests.ts';
import { grantOrigin } from './allow-origins.ts';
import { keepEarly } from './early.ts';
import { isPlain } from './plain-head.ts';
import { QUICK_HEADERS, type QuickAnswers } from './quick-answers.ts';

const HEADERS = Object.entries(QUICK_HEADERS).flat();

/**
 * Answers the requests that come all day, a POST of plain JSON with an operation that Apollo Server found valid before, without its pipeline and without
 * Express. Whatever is out of the ordinary, every refusal too, goes `onward` as if nobody had looked, so that each answer has one form only.
 */
export function quickWay(options: {
  onward: RequestListener;
  answers: QuickAnswers;
  tokens: AccessTokens;
  /** A larger body is seldom a query that was asked before. */
  maxBytes: number;
  allowedOrigins: ReadonlySet<string>;
  watch: RequestWatch | undefined;
}): RequestListener {
  const { onward, answers, tokens, maxBytes, allowedOrigins, watch } = options;

  async function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    const asked = answers.read(body.toString('latin1'));
    const { authorization } = request.headers;
    let identity = asked && tokens.known(authorization);
    let checked: Promise<Identity> | undefined;
    if (asked && !identity) {
      checked = tokens.identify(authorization);
      identity = await checked.catch(() => undefined);
    }
    if (!asked || !identity || !answers.permits(asked, identity.viewer)) {
      keepEarly(request, { body, identity: checked });
      return onward(request, response);
    }
    const traceId = traceIdOf(request.headers.traceparent as string | undefined);
    grantOrigin(allowedOrigins, request.headers.origin, response);
    watch?.handler({ path: '/graphql' } as never, response as never, () => {});
    const payload = await answers.run(asked, { viewer: identity.viewer, traceId });
    const { body: told } = payload;
    payload.body = '';
    if (response.destroyed) return;
    response.writeHead(payload.status, [...HEADERS, 'x-trace-id', traceId, 'content-length', String(payload.length)]);
    response.end(told, payload.encoding);
  }

  return (request, response) => {
    const length = Number(request.headers['content-length']);
    if (!isPlain(request) || !(length > 0 && length <= maxBytes) || isTracing()) return onward(request, response);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void answer(request, response, chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.on('error', () => {}); // the client went away before it had said what it wants
  };
}
