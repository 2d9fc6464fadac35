import type { RequestHandler } from 'express';
import { type TraceScope, traceIdOf } from '../trace.ts';

/** Every request has a trace id: the caller's, by `traceparent`, or a new one. It goes back in `x-trace-id`. */
export const traceRequests =
  (scope: TraceScope): RequestHandler =>
  (request, response, next) => {
    const traceId = traceIdOf(request.get('traceparent'));
    response.locals['traceId'] = traceId;
    response.setHeader('x-trace-id', traceId);
    scope.run(traceId, next);
  };
