import type { Logger } from '@customerai/service';
import type { GraphQLFormattedError } from 'graphql';

/** Codes whose messages are made for clients. Everything else is masked. */
const CLIENT_CODES = new Set<unknown>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'NOT_IMPLEMENTED',
  'SERVICE_UNAVAILABLE',
  'COST_LIMIT_EXCEEDED',
  'DEPTH_LIMIT_EXCEEDED',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_NOT_IN_LIST',
  'QUERY_NOT_IN_SAFELIST',
  'SUBSCRIPTION_SCHEMA_RELOAD',
]);
/** From a subgraph these say that the gateway's document was wrong: our fault, in terms that no client knows. */
const ABOUT_THE_DOCUMENT = new Set<unknown>(['BAD_REQUEST', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE']);
const OURS = ['serviceName', 'stacktrace', 'exception', 'http', 'query', 'variables', 'response'];
const MASK = 'Something went wrong on our side. Try again; if it stays, give the trace id to your administrator.';

/**
 * An error as it leaves the platform: code, path and details for the client; never a service's name, address or stack. `traceId` leads to the log.
 */
export function toClientError(error: GraphQLFormattedError, traceId: string | undefined, log: Logger): GraphQLFormattedError {
  const { message, path, locations, extensions = {} } = error;
  const trace = traceId === undefined ? {} : { traceId };
  const { code, serviceName } = extensions;
  const where = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  if (code === 'GRAPHQL_PARSE_FAILED' && message.includes('Parsing aborted')) {
    return {
      message: `${message.replace(/^Syntax Error: /, '')} Ask for less, or in several operations.`,
      ...where,
      extensions: { code: 'COST_LIMIT_EXCEEDED', ...trace },
    };
  }
  const known = CLIENT_CODES.has(code) && !(serviceName !== undefined && ABOUT_THE_DOCUMENT.has(code));
  if (!known) {
    if (code !== 'INTERNAL_SERVER_ERROR' || serviceName === undefined)
      log.error({ traceId, code, subgraph: serviceName, path: path?.join('.'), reason: message }, 'unexpected error');
    return { message: MASK, ...where, extensions: { code: 'INTERNAL_SERVER_ERROR', ...trace } };
  }
  const details = Object.fromEntries(Object.entries(extensions).filter(([name]) => !OURS.includes(name)));
  return { message, ...where, extensions: { ...details, ...trace } };
}
