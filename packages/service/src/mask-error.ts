import { InvalidPage } from '@customerai/store/page'; // without the database's driver, which a gateway has no use for
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ServiceError } from './errors.ts';
import type { Logger } from './logger.ts';

/**
 * What leaves a service: a `ServiceError` as it is, GraphQL's own complaints about the document or its variables, and for everything else
 * "internal error" (the log has it).
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const { path, locations } = formatted;
  if (original instanceof ServiceError) {
    return { message: original.message, path, locations, extensions: { code: original.code, ...original.details } };
  }
  if (original instanceof InvalidPage) {
    return { message: original.message, path, locations, extensions: { code: 'BAD_USER_INPUT', argument: original.argument } };
  }
  const code = formatted.extensions?.code;
  const clientFault =
    code === 'GRAPHQL_PARSE_FAILED' || code === 'GRAPHQL_VALIDATION_FAILED' || code === 'BAD_USER_INPUT' || code === 'OPERATION_RESOLUTION_FAILURE';
  if (clientFault) return { message: formatted.message, path, locations, extensions: { code } };
  log.error({ err: original, path: path?.join('.') }, 'unexpected error in a resolver');
  return {
    message: 'Something went wrong on our side. Try again; if it stays, give the trace id to your administrator.',
    path,
    locations,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
