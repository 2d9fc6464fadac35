import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/**
 * JSON lines on standard output. Log ids and codes, never text, names or whole documents; the paths below are a second net.
 * `level` default `info`.
 */
export function createLogger(options: { service: string; level?: string }, destination?: DestinationStream): Logger {
  const redact = ['text', 'body', 'name', 'email', 'password', 'token', 'authorization'].flatMap((key) => [key, `*.${key}`]);
  return pino(
    {
      base: { service: options.service },
      level: options.level ?? 'info',
      redact: { paths: redact, censor: '[hidden]' },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
    },
    ...(destination ? [destination] : []),
  );
}

/** Stack and codes without the driver's copies of documents and keys. */
function describeError(error: Error): object {
  const { name, message, stack, cause } = error;
  const code = (error as { code?: unknown }).code;
  const personal = name.startsWith('Mongo') || name.startsWith('Bulk') || name === 'ValidationError' || name === 'CastError';
  return {
    name,
    message: personal ? '[a store error; its text can quote data]' : message,
    code,
    stack: personal ? undefined : stack,
    cause: cause instanceof Error ? describeError(cause) : undefined,
  };
}
