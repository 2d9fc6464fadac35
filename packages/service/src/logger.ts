import { isTracing, tracePosition } from '@customerai/telemetry';
import { destination as openDestination, type DestinationStream, type Logger, pino } from 'pino';
import { z } from 'zod';
import { toEcs } from './telemetry/ecs.ts';

export type { Logger } from 'pino';

/** LOG_FORMAT: `plain` (the default) are pino's JSON lines, `ecs` the same in the names of the Elastic Common Schema. */
export const logFormat = z.enum(['plain', 'ecs']).default('plain');

/**
 * JSON lines on standard output. Log ids and codes, never text, names or whole documents; the paths below are a second net.
 * `level` default `info`; `format` as LOG_FORMAT says, `plain` unless it is `ecs`.
 */
export function createLogger(options: { service: string; level?: string; format?: string }, destination?: DestinationStream): Logger {
  const redact = ['text', 'body', 'name', 'email', 'password', 'token', 'authorization'].flatMap((key) => [key, `*.${key}`]);
  const out = options.format === 'ecs' ? inEcs(destination ?? openDestination(1)) : destination;
  return pino(
    {
      base: { service: options.service },
      level: options.level ?? 'info',
      redact: { paths: redact, censor: '[hidden]' },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      mixin: traceIds,
      mixinMergeStrategy: (said, added) => ({ ...added, ...said }), // an id that is logged on purpose wins
    },
    ...(out ? [out] : []),
  );
}

const inEcs = (out: DestinationStream): DestinationStream => ({ write: (line) => out.write(toEcs(line)) });

/** Leads from a line to its trace. */
function traceIds(): object {
  const position = isTracing() ? tracePosition() : undefined;
  return position ? { traceId: position.traceId, spanId: position.spanId } : {};
}

/** Stack and codes without the driver's copies of documents and keys. */
function describeError(error: Error): object {
  const { name, message, stack, cause } = error;
  const code = (error as { code?: unknown }).code;
  const personal = name.startsWith('Mongo') || name.startsWith('Bulk') || name === 'ValidationError' || name === 'CastError';
  return {
    type: name, // "name" would be hidden
    message: personal ? '[a store error; its text can quote data]' : message,
    code,
    stack: personal ? undefined : stack,
    cause: cause instanceof Error ? describeError(cause) : undefined,
  };
}
