import { isTracing, openSpan } from '@customerai/telemetry';
import type { RequestHandler } from 'express';
import { routeOf } from '../telemetry/watch-requests.ts';
import { type TraceScope, traceIdOf } from '../trace.ts';

const HERE = { kind: 'server', service: 'gateway', door: true } as const;

/** Every request has a trace id: the caller's, by `traceparent`, or a new one. It goes back in `x-trace-id`, and is the one of the spans below. */
export const traceRequests =
  (scope: TraceScope): RequestHandler =>
  (request, response, next) => {
    const parent = request.get('traceparent');
    const route = routeOf(request.path);
    const span = isTracing() && (route === 'graphql' || route === 'rest') ? openSpan(`${request.method} ${route}`, { ...HERE, parent }) : undefined;
    const traceId = span?.traceId ?? traceIdOf(parent);
    response.locals['traceId'] = traceId;
    response.setHeader('x-trace-id', traceId);
    if (!span) return scope.run(traceId, next);
    response.once('close', () => {
      span.set({ 'http.request.method': request.method, 'http.response.status_code': response.statusCode });
      if (response.statusCode >= 500) span.fail(String(response.statusCode));
      span.end();
    });
    span.run(() => scope.run(traceId, next));
  };
