import { newTraceId } from '@customerai/telemetry';
import { AsyncLocalStorage } from 'node:async_hooks';

/** The trace id (32 hex digits) of a W3C `traceparent` header, or a new one. */
export function traceIdOf(traceparent: string | undefined): string {
  const given = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(traceparent ?? '')?.[1];
  return given && !/^0+$/.test(given) ? given : newTraceId();
}

/** The trace of whatever is running: Apollo Server's error hook is told neither the request nor its context. */
export type TraceScope = AsyncLocalStorage<string>;
export const createTraceScope = (): TraceScope => new AsyncLocalStorage();
