import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Limits } from '../config.ts';
import { earlyOf } from './early.ts';
import { exchangeOf, type Refuse } from './exchange.ts';

const mebibytes = (bytes: number) => `${(bytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 2 })} MiB`;

/**
 * Reads a JSON body in UTF-8, and nothing else: a byte sequence that is not UTF-8 would turn into replacement characters without anybody noticing.
 * A caller who has signed in may send more than an anonymous one. Needs `identify` before it.
 */
export function readJson(limits: Pick<Limits, 'bodyBytes' | 'signedInBodyBytes'>, refuse: Refuse): (RequestHandler | ErrorRequestHandler)[] {
  const anonymous = express.raw({ type: () => true, limit: limits.bodyBytes });
  const signedIn = express.raw({ type: () => true, limit: limits.signedInBodyBytes });

  const read: RequestHandler = (request, response, next) => {
    request.body = {};
    if (request.method !== 'POST') return next();
    const [type, ...parameters] = (request.get('content-type') ?? '')
      .toLowerCase()
      .split(';')
      .map((part) => part.trim());
    const charset = parameters
      .find((parameter) => parameter.startsWith('charset='))
      ?.slice('charset='.length)
      .replaceAll('"', '');
    if (type !== 'application/json') {
      return refuse(response, {
        status: 415,
        code: 'BAD_REQUEST',
        message: `Send JSON, with the header "Content-Type: application/json"${type ? ` instead of "${type}"` : ''}.`,
      });
    }
    if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
      return refuse(response, { status: 415, code: 'BAD_REQUEST', message: `Send JSON in UTF-8, not in "${charset}".` });
    }
    const early = earlyOf(request);
    if (early) {
      request.body = early.body;
      return next();
    }
    (exchangeOf(response).identity.viewer.kind === 'anonymous' ? anonymous : signedIn)(request, response, next);
  };

  const parse: RequestHandler = (request, response, next) => {
    if (!Buffer.isBuffer(request.body)) return next();
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(request.body);
    } catch {
      return refuse(response, {
        status: 400,
        code: 'BAD_USER_INPUT',
        message: 'The body is not valid UTF-8. Convert it first (for example by "iconv -f latin1 -t utf-8"); nothing was stored.',
      });
    }
    try {
      request.body = JSON.parse(text);
    } catch (error) {
      return refuse(response, { status: 400, code: 'BAD_REQUEST', message: `The body is not valid JSON: ${(error as Error).message.slice(0, 200)}` });
    }
    next();
  };

  const explain: ErrorRequestHandler = (error: { type?: string; status?: number; message: string }, _request, response, next) => {
    const identity = exchangeOf(response).identity;
    if (error.type === 'entity.too.large') {
      const known = identity.viewer.kind !== 'anonymous';
      const message = known
        ? `The body is larger than ${mebibytes(limits.signedInBodyBytes)}. Send it in several parts.`
        : `The body is larger than ${mebibytes(limits.bodyBytes)}, the most without signing in. Sign in to send up to ${mebibytes(limits.signedInBodyBytes)}, or send it in several parts.`;
      return refuse(response, { status: 413, code: 'COST_LIMIT_EXCEEDED', message });
    }
    if (error.type !== undefined)
      return refuse(response, { status: error.status ?? 400, code: 'BAD_REQUEST', message: `The body could not be read: ${error.message}.` });
    next(error);
  };
  return [read, parse, explain];
}
