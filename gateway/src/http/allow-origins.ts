import type { RequestHandler } from 'express';
import type { ServerResponse } from 'node:http';

const MAX_AGE_SECONDS = '600';

/** CORS (Fetch standard) for the origins that are named; without any, no header is sent and browsers keep other sites out. */
export function allowOrigins(origins: readonly string[]): RequestHandler {
  const allowed = new Set(origins);
  return (request, response, next) => {
    if (!grantOrigin(allowed, request.get('origin'), response)) return next();
    if (request.method !== 'OPTIONS' || !request.get('access-control-request-method')) return next();
    response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE');
    response.setHeader(
      'access-control-allow-headers',
      'authorization, content-type, traceparent, last-event-id, x-graphql-event-stream-token, apollo-require-preflight, apollographql-client-name, apollographql-client-version',
    );
    response.setHeader('access-control-max-age', MAX_AGE_SECONDS);
    response.status(204).end();
  };
}

/** Sets the headers of an answer for a page of this origin; says whether it may read the answer. */
export function grantOrigin(allowed: ReadonlySet<string>, origin: string | undefined, response: ServerResponse): boolean {
  if (allowed.size === 0) return false;
  const headers = originHeaders(allowed, origin);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  return 'access-control-allow-origin' in headers;
}

/** The headers of an answer for a page of this origin, where other sites are allowed at all. */
export const originHeaders = (allowed: ReadonlySet<string>, origin: string | undefined): Record<string, string> =>
  origin !== undefined && allowed.has(origin)
    ? { vary: 'Origin', 'access-control-allow-origin': origin, 'access-control-expose-headers': 'x-trace-id, retry-after' }
    : { vary: 'Origin' };

/** Whether a browser page of this origin may open a WebSocket here: our own pages and those allowed. Other programs send no origin. */
export function mayConnect(origin: string | undefined, host: string | undefined, origins: readonly string[]): boolean {
  if (origin === undefined || origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
