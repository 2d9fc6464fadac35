import { ServiceError } from '@customerai/service';
import type { ErrorRequestHandler } from 'express';
import { exchangeOf, type Refuse } from '../http/exchange.ts';
import { STATUS_CODES } from 'node:http';

/** HTTP status of each code that an operation can fail with. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  BAD_REQUEST: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  NOT_IMPLEMENTED: 501,
  SERVICE_UNAVAILABLE: 503,
  COST_LIMIT_EXCEEDED: 400,
  DEPTH_LIMIT_EXCEEDED: 400,
};

export const statusOf = (code: unknown): number => STATUS[String(code)] ?? 500;

/** Answers with problem details (RFC 9457); `code` and what else stands in `details` are as in GraphQL's `extensions`. */
export const refuseAsProblem: Refuse = (response, { status, code, message, details = {} }) => {
  const { traceId } = exchangeOf(response);
  const { retryAfter } = details;
  if (typeof retryAfter === 'number') response.setHeader('retry-after', String(Math.ceil(retryAfter)));
  else if (status === 503 || status === 429) response.setHeader('retry-after', '5');
  if (status === 401) response.setHeader('www-authenticate', 'Bearer');
  response.status(status).type('application/problem+json');
  response.send(JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail: message, ...details, code, traceId }));
};

/** Last of a router: what a service refused, as problem details. */
export const serviceErrorsAsProblems: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent || !(error instanceof ServiceError)) return next(error);
  refuseAsProblem(response, { status: statusOf(error.code), code: error.code, message: error.message, details: error.details });
};
