import type { Logger } from '@customerai/service';
import { ServiceError } from '@customerai/service';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { toClientError } from '../errors.ts';
import { traceIdOf } from '../trace.ts';

/** An operation that cannot begin, for several reasons at once. */
export class Refused extends Error {
  override name = 'Refused';
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super('The operation is refused.');
    this.errors = errors;
  }
}

/** The event log cannot be read now: a client does best to come again in a moment, with its cursor. */
export class LogUnavailable extends Error {
  override name = 'LogUnavailable';
}

/** What a client is told of an operation that could not begin, or that ended: masked like every answer. */
export function errorsOf(error: unknown, log: Logger): readonly GraphQLFormattedError[] {
  const traceId = traceIdOf(undefined);
  if (error instanceof Refused) return error.errors.map((one) => toClientError(one.toJSON(), traceId, log));
  if (error instanceof GraphQLError) return [toClientError(error.toJSON(), traceId, log)];
  if (error instanceof ServiceError)
    return [toClientError({ message: error.message, extensions: { code: error.code, ...error.details } }, traceId, log)];
  log.error({ err: error as Error, traceId }, 'an operation could not begin');
  return [toClientError({ message: '', extensions: { code: 'INTERNAL_SERVER_ERROR', serviceName: '' } }, traceId, log)];
}
