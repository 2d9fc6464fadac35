/** Elastic Common Schema version that the fields are named after (https://www.elastic.co/guide/en/ecs/8.17/index.html). */
const ECS_VERSION = '8.17.0';

interface LoggedError {
  type?: string;
  message?: string;
  code?: unknown;
  stack?: string;
  cause?: LoggedError;
}

const LEVELS: Record<number, string> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' };

/**
 * A line of our log in the names of the Elastic Common Schema. It works on the finished line, so that what the logger hides stays hidden, and a field
 * that a child logger said anew is there once (Elasticsearch refuses a document with a field twice). What ECS has no name for is below `customerai`.
 */
export function toEcs(line: string): string {
  const { level, time, msg, service, pid, err, traceId, spanId, ...rest } = JSON.parse(line) as Record<string, any>;
  const fields: Record<string, unknown> = {
    '@timestamp': time,
    'log.level': LEVELS[level] ?? String(level),
    message: msg ?? '',
    'ecs.version': ECS_VERSION,
    'service.name': `customerai-${service}`,
    'event.dataset': `customerai.${service}`,
    ...(pid === undefined ? {} : { 'process.pid': pid }),
    ...(traceId === undefined ? {} : { 'trace.id': traceId }),
    ...(spanId === undefined ? {} : { 'span.id': spanId }),
    ...(err ? errorFields(err as LoggedError) : {}),
    ...(Object.keys(rest).length > 0 ? { customerai: rest } : {}),
  };
  return `${JSON.stringify(fields)}\n`;
}

function errorFields({ type, message, code, stack, cause }: LoggedError): Record<string, unknown> {
  const causes = cause ? `\nCaused by: ${cause.stack ?? `${cause.type}: ${cause.message}`}` : '';
  return {
    'error.type': type ?? 'Error',
    'error.message': message ?? '',
    ...(code === undefined ? {} : { 'error.code': String(code) }),
    ...(stack ? { 'error.stack_trace': `${stack}${causes}` } : {}),
  };
}
