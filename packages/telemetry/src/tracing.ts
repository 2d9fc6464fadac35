import type { TracePosition } from './traceparent.ts';

export type SpanAttributes = Record<string, string | number | boolean | undefined>;

export interface SpanOptions {
  /** Default `internal`. */
  kind?: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  /** Which service works: in the all-in-one one process has several. Default: that of the span around. */
  service?: string;
  /** Ids, names of types and numbers; never text, names of people or anything else that a customer said. */
  attributes?: SpanAttributes;
  /** A `traceparent` that came with a request or an event: the span goes on with that trace, whatever runs around it. */
  parent?: string | undefined;
  /** The trace begins here for us: the parent's id is kept, but whether to record is our own choice (a caller must not be able to make us record all). */
  door?: boolean;
  /** No span outside a trace: for steps that mean nothing by themselves. */
  onlyInside?: boolean;
}

/** What the work inside a span may do to it. */
export interface Span {
  /** 32 hex digits; undefined while nothing traces. */
  readonly traceId: string | undefined;
  /** False also for a trace that was not chosen to be recorded: spare yourself the work for attributes. */
  readonly recording: boolean;
  set(attributes: SpanAttributes): void;
  rename(name: string): void;
  /** Marks it as failed. `type`: an error code or class, never a message. */
  fail(type: string): void;
}

/** A span whose end does not coincide with the end of a function. */
export interface OpenSpan extends Span {
  end(): void;
  /** Runs work inside it. */
  run<Result>(work: () => Result): Result;
}

/** What traces, when something does. */
export interface Tracer {
  span<Result>(name: string, options: SpanOptions, work: (span: Span) => Result): Result;
  open(name: string, options: SpanOptions): OpenSpan;
  position(): TracePosition | undefined;
  traceparent(): string | undefined;
  detached<Result>(work: () => Result): Result;
  continue<Result>(parent: string | undefined, work: () => Result): Result;
}

const noSpan: Span = { traceId: undefined, recording: false, set: () => {}, rename: () => {}, fail: () => {} };
export const closedSpan: OpenSpan = { ...noSpan, end: () => {}, run: (work) => work() };

/**
 * The one tracer of the process. Which trace runs is a fact of the asynchronous context, as with AsyncLocalStorage, so it cannot be an argument;
 * undefined (the default) costs one comparison a call.
 */
let tracer: Tracer | undefined;

export function useTracer(next: Tracer | undefined): void {
  tracer = next;
}

export const isTracing = (): boolean => tracer !== undefined;

/** Runs work, and when tracing is on a span around it: ended when the work, or the promise it gave, has ended; failed when that failed. */
export function inSpan<Result>(name: string, options: SpanOptions, work: (span: Span) => Result): Result {
  return tracer ? tracer.span(name, options, work) : work(noSpan);
}

export const openSpan = (name: string, options: SpanOptions): OpenSpan => (tracer ? tracer.open(name, options) : closedSpan);

/** The `traceparent` to send along with a request or an event; undefined while nothing is traced. */
export const traceparent = (): string | undefined => tracer?.traceparent();

/** Ids for a log line. */
export const tracePosition = (): TracePosition | undefined => tracer?.position();

/** Runs work inside the trace that a request came with, without a span of its own. */
export const continueTrace = <Result>(parent: string | undefined, work: () => Result): Result => (tracer ? tracer.continue(parent, work) : work());

/** Runs work outside any trace: background work must not count as part of whatever happened to wake it. */
export const detached = <Result>(work: () => Result): Result => (tracer ? tracer.detached(work) : work());
