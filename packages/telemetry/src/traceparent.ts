import { randomFillSync } from 'node:crypto';

/** Where a span is in the world: W3C Trace Context (https://www.w3.org/TR/trace-context/), version 00. */
export interface TracePosition {
  /** 32 hex digits. */
  traceId: string;
  /** 16 hex digits. */
  spanId: string;
  sampled: boolean;
}

const FORM = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Reads a `traceparent`; undefined for an absent or broken one, and for ids of zeros. */
export function parseTraceparent(text: string | undefined): TracePosition | undefined {
  const [, traceId, spanId, flags] = FORM.exec(text ?? '') ?? [];
  if (!traceId || !spanId || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return { traceId, spanId, sampled: (Number.parseInt(flags!, 16) & 1) === 1 };
}

export const formatTraceparent = ({ traceId, spanId, sampled }: TracePosition): string => `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`;

/** A place that no span has: of a trace that is not recorded, or the first of one. */
export function newPosition(sampled: boolean, traceId?: string): TracePosition {
  return { traceId: traceId ?? newTraceId(), spanId: randomHex(8), sampled };
}

export const newTraceId = (): string => randomHex(16);

const POOL_BYTES = 8_192;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** Random digits, asked of the system for many ids at once: each request and each fetch takes some. */
function randomHex(bytes: number): string {
  if (used + bytes > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}
