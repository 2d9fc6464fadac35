/** Codes of the platform (docs/errors.md), and two of the client's own: NETWORK_ERROR (no answer came) and ABORTED (the caller's signal). */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'COST_LIMIT_EXCEEDED'
  | 'DEPTH_LIMIT_EXCEEDED'
  | 'NOT_IMPLEMENTED'
  | 'SERVICE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'NETWORK_ERROR'
  | 'ABORTED';

export interface GraphQLFault {
  message: string;
  path?: readonly (string | number)[];
  extensions?: { code?: string; traceId?: string; argument?: string; retryAfter?: number; requiredScopes?: string[] } & Record<string, unknown>;
}

/** What a call throws. `code` tells what to do; `traceId` finds it in the platform's log. */
export class CustomerAIError extends Error {
  override name = 'CustomerAIError';
  readonly code: ErrorCode;
  readonly traceId: string | undefined;
  /** Which argument was wrong, for BAD_USER_INPUT. */
  readonly argument: string | undefined;
  /** Seconds to wait, for RATE_LIMITED. */
  readonly retryAfter: number | undefined;
  /** Every error of the answer, the first included. */
  readonly faults: readonly GraphQLFault[];
  /** What was answered beside the errors, if anything. */
  readonly data: unknown;

  constructor(code: ErrorCode, message: string, details: { faults?: readonly GraphQLFault[]; data?: unknown; cause?: unknown } = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.faults = details.faults ?? [];
    this.data = details.data;
    const extensions = this.faults[0]?.extensions;
    this.traceId = extensions?.traceId;
    this.argument = extensions?.argument;
    this.retryAfter = extensions?.retryAfter;
  }
}

export function toError(faults: readonly GraphQLFault[], data?: unknown): CustomerAIError {
  const [first] = faults;
  return new CustomerAIError(
    (first?.extensions?.code ?? 'INTERNAL_SERVER_ERROR') as ErrorCode,
    first?.message ?? 'The platform answered with an error.',
    { faults, data },
  );
}

/** Whether an error is the platform's, with one of these codes. */
export const isCode = (error: unknown, ...codes: ErrorCode[]): error is CustomerAIError =>
  error instanceof CustomerAIError && codes.includes(error.code);
