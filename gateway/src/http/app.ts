import type { Logger } from '@customerai/service';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express';
import type { TraceScope } from '../trace.ts';
import { allowOrigins } from './allow-origins.ts';
import { refuseAsGraphql } from './exchange.ts';
import { securityHeaders } from './security-headers.ts';
import { traceRequests } from './trace-requests.ts';

/** The HTTP application: what holds for every request, around the routes that it is given. */
export function createApp(options: {
  routes: readonly (Router | RequestHandler)[];
  allowedOrigins: readonly string[];
  trace: TraceScope;
  log: Logger;
}): Express {
  const { routes, allowedOrigins, trace, log } = options;
  const app = express().disable('x-powered-by').disable('etag');
  app.use(traceRequests(trace), securityHeaders, allowOrigins(allowedOrigins), ...routes);
  app.use((request, response) => {
    refuseAsGraphql(response, {
      status: 404,
      code: 'NOT_FOUND',
      message: `There is nothing at ${request.path}. The endpoint is /graphql; / says what else there is.`,
    });
  });
  const fail: ErrorRequestHandler = (error: Error & { status?: number }, request, response, next) => {
    if (response.headersSent) return next(error);
    const clientFault = error.status !== undefined && error.status < 500;
    if (!clientFault) log.error({ err: error, traceId: trace.getStore(), method: request.method }, 'a request failed');
    refuseAsGraphql(response, {
      status: error.status ?? 500,
      code: clientFault ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR',
      message: clientFault
        ? 'The request could not be understood.'
        : 'Something went wrong on our side. Try again; if it stays, give the trace id to your administrator.',
    });
  };
  app.use(fail);
  return app;
}
