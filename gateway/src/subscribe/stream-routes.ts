import type { Logger } from '@customerai/service';
import { type Request, type RequestHandler, type Response } from 'express';
import { GraphQLError } from 'graphql';
import { exchangeOf, refuseAsGraphql } from '../http/exchange.ts';
import type { Connections } from './connections.ts';
import { formatFor } from './http-format.ts';
import { HttpStream } from './http-stream.ts';
import type { Operator, StreamRequest } from './operate.ts';
import { errorsOf, LogUnavailable, Refused } from './refused.ts';
import { faultOfRequest } from './socket-messages.ts';

export interface StreamTools {
  operator: Operator;
  connections: Connections;
  log: Logger;
}

/**
 * Streams over HTTP at `/graphql`: server-sent events and Apollo's multipart protocol, where the `Accept` header asks for one. Queries and mutations are
 * answered in the same form. Needs `identify` and `readJson` before it.
 */
export function streamHandler({ operator, connections, log }: StreamTools): RequestHandler {
  return async (request, response, next) => {
    const format = formatFor(request.get('accept'));
    if (!format) return next();
    if (connections.closing) return comeAgain(response);
    const asked = readRequest(request);
    // Apollo Client names this form for everything: what is answered in one piece is left to the ordinary way.
    if (format.headers['content-type']!.startsWith('multipart') && 'query' in asked && !/\bsubscription\b/.test(asked.query)) return next();
    if ('fault' in asked) return refuseAsGraphql(response, { status: 400, code: 'BAD_REQUEST', message: asked.fault });
    const { identity } = exchangeOf(response);
    const stream = new HttpStream({
      response,
      format,
      identity,
      connections,
      operator,
      toErrors: ({ errors }) => errorsOf(new Refused(errors), log),
    });
    if (!connections.add(stream)) return tooMany(response);
    try {
      const begun = await operator.begin(asked, identity.viewer, stream);
      if ('answer' in begun) return stream.answer(await begun.answer);
      stream.subscriber = begun.subscriber;
      if (stream.over) begun.subscriber.close();
    } catch (error) {
      connections.remove(stream);
      if (response.headersSent) return void response.destroy();
      if (error instanceof LogUnavailable) return comeAgain(response);
      response.status(statusOf(error)).json({ errors: errorsOf(error, log) });
    }
  };
}

/** The GraphQL request of a POST body or of a GET's query string; over GET nothing is changed. `Last-Event-ID` stands for a cursor. */
export function readRequest(request: Request): StreamRequest | { fault: string } {
  let asked: unknown = request.body;
  if (request.method === 'GET') {
    try {
      const { query, operationName, variables, extensions } = request.query as Record<string, string | undefined>;
      asked = { query, operationName, variables: variables && JSON.parse(variables), extensions: extensions && JSON.parse(extensions) };
    } catch {
      return { fault: '"variables" and "extensions" in the address must be JSON.' };
    }
    if (/\bmutation\b/.test(String((asked as StreamRequest).query))) return { fault: 'A mutation needs POST.' };
  }
  const fault = faultOfRequest(asked);
  if (fault !== undefined) return { fault };
  const lastEventId = request.get('last-event-id');
  const valid = asked as StreamRequest;
  return lastEventId ? { ...valid, extensions: { ...valid.extensions, cursor: lastEventId } } : valid;
}

export const tooMany = (response: Response) =>
  refuseAsGraphql(response, { status: 429, code: 'RATE_LIMITED', message: 'You have too many connections open. Close one first.' });

export function comeAgain(response: Response): void {
  response.setHeader('retry-after', '1');
  refuseAsGraphql(response, { status: 503, code: 'SERVICE_UNAVAILABLE', message: 'The event stream is interrupted. Try again in a moment.' });
}

/** Clients of server-sent events try again after 5xx alone; a refusal is a 4xx. */
export function statusOf(error: unknown): number {
  const [first] = error instanceof Refused ? error.errors : error instanceof GraphQLError ? [error] : [];
  const code = first?.extensions['code'] ?? (error as { code?: unknown }).code;
  if (code === 'UNAUTHENTICATED') return 401;
  if (code === 'FORBIDDEN') return 403;
  if (code === 'RATE_LIMITED') return 429;
  if (code === 'SERVICE_UNAVAILABLE') return 503;
  return first || code !== undefined ? 400 : 500;
}
