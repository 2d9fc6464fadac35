import { CombinedGraphQLErrors, ServerError } from '@apollo/client';

/** What went wrong, as pages show it. */
export interface Fault {
  /** Of the platform (`docs/errors.md`), or NETWORK_ERROR when no answer came. */
  code: string;
  message: string;
  traceId: string | undefined;
}

/** Reads any error that Apollo Client, the session routes or our own code can throw. */
export function toFault(error: unknown): Fault {
  if (CombinedGraphQLErrors.is(error)) {
    const { message, extensions } = error.errors[0]!;
    return { code: text(extensions?.['code']) ?? 'INTERNAL_SERVER_ERROR', message, traceId: text(extensions?.['traceId']) };
  }
  if (ServerError.is(error)) return { ...fromBody(error.bodyText), ...(error.statusCode === 401 && { code: 'UNAUTHENTICATED' }) };
  const { code, traceId, message } = (error ?? {}) as { code?: unknown; traceId?: unknown; message?: unknown };
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) {
    return { code: 'NETWORK_ERROR', message: 'The platform does not answer. It is tried again when you ask again.', traceId: undefined };
  }
  return { code: text(code) ?? 'INTERNAL_SERVER_ERROR', message: text(message) ?? 'Something went wrong.', traceId: text(traceId) };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function fromBody(body: string): Fault {
  try {
    const { errors } = JSON.parse(body) as { errors: { message: string; extensions?: Record<string, unknown> }[] };
    const [first] = errors;
    return {
      code: text(first?.extensions?.['code']) ?? 'INTERNAL_SERVER_ERROR',
      message: first!.message,
      traceId: text(first?.extensions?.['traceId']),
    };
  } catch {
    return { code: 'SERVICE_UNAVAILABLE', message: 'The platform answered with something that is no answer.', traceId: undefined };
  }
}
