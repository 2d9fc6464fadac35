/** Codes that clients may rely on; `docs/errors.md` lists them with their remedies. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'NOT_IMPLEMENTED'
  | 'SERVICE_UNAVAILABLE';

/**
 * An error that a caller may see: its message names what is wrong and what to do. Everything else is masked at the edge.
 * Contexts derive their own errors from it (`src/errors.ts` of a subgraph), each with a stable code.
 */
export class ServiceError extends Error {
  override name = 'ServiceError';
  readonly code: ErrorCode;
  /** Further facts for `extensions`, e.g. `argument`, `retryAfter` (seconds), `requiredScopes`. Never personal data. */
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}

export const unauthenticated = (message = 'Sign in first: send "Authorization: Bearer <access token>".') =>
  new ServiceError('UNAUTHENTICATED', message);

export const forbidden = (required: readonly string[]) =>
  new ServiceError(
    'FORBIDDEN',
    `This needs the scope ${required.map((scope) => `"${scope}"`).join(' and ')}. Ask an administrator for a role that has it.`,
    {
      requiredScopes: required,
    },
  );

/** `argument` is the path of the wrong argument as the client wrote it, e.g. `input.text`. */
export const badInput = (argument: string, message: string) => new ServiceError('BAD_USER_INPUT', message, { argument });

export const notFound = (what: string, id: string) => new ServiceError('NOT_FOUND', `There is no ${what} "${id}".`);

export const conflict = (message: string, details: Record<string, unknown> = {}) => new ServiceError('CONFLICT', message, details);

export const notImplemented = (what: string) => new ServiceError('NOT_IMPLEMENTED', `${what} is not there yet; the README lists what is.`);

export const unavailable = (what: string, cause?: unknown) =>
  new ServiceError('SERVICE_UNAVAILABLE', `${what} does not answer right now. Try again in a moment.`, {}, { cause });
