import type { CloudEvent } from './cloud-event.ts';

/** An event as the log holds it. `sequence` starts at 1 and grows by position; it is the cursor of every reader. */
export interface LoggedEvent {
  sequence: number;
  event: CloudEvent;
}

export interface ConsumerOptions {
  /**
   * Durable name: a restarted consumer of that name goes on where it stopped, a new one begins with the oldest event of the log.
   * One per purpose, e.g. `review-on-response`; letters, digits, `-` and `_` only.
   */
  name: string;
  /** Event types to receive. */
  types: readonly string[];
  /**
   * The effect. It is acknowledged when the promise resolves, and called again with the same event otherwise: idempotent by `event.id`.
   * Events of one tenant and partition key arrive one after the other, in order; different keys run side by side.
   */
  handle(event: CloudEvent, delivery: Delivery): Promise<void>;
  /** Called once, before the event is given up: after the last try, or at once for an `UnprocessableEvent`. It must store the event. */
  onDeadLetter(event: CloudEvent, error: Error): Promise<void>;
  /** How many keys run side by side. Default 16. */
  concurrency?: number;
  /** Waits before each further try, in ms; their count + 1 is the number of tries. Default 1 s, 5 s, 30 s, 120 s. */
  backoff?: readonly number[];
  /** Longest try in ms: then its signal is aborted and it counts as failed, so that a hanging call cannot hold a slot for ever. Default 120 s. */
  timeout?: number;
}

export interface Delivery {
  sequence: number;
  /** 1 on the first try. */
  attempt: number;
  /** Aborted when the try has run out of time, or when a draining process has waited 10 s for it. */
  signal: AbortSignal;
}

/** Thrown by a handler when no further try can help (a malformed event): it goes to the dead letters at once. */
export class UnprocessableEvent extends Error {
  override name = 'UnprocessableEvent';
}

export interface TailOptions {
  types: readonly string[];
  /** Only this tenant's events; all tenants when absent. */
  tenant?: string;
  /** First sequence to deliver; only events published from now on when absent. */
  from?: number;
  /** Instead of `from`: begins with the first event that the log took at this time or later. */
  since?: Date;
  /** Last sequence to deliver: the reader ends behind it, also when no event of these types is left before it. Never ends when absent. */
  to?: number;
  signal?: AbortSignal;
}

/** Where a log and its durable consumers stand. */
export interface LogPositions {
  lastSequence: number;
  /** `position`: every event up to it is finished. */
  consumers: { name: string; position: number }[];
}

/** The event log: an append-only sequence of events, durable consumers over it, and live readers. Two twins: embedded and JetStream. */
export interface EventBus extends AsyncDisposable {
  /** Appends. An event id seen before is not appended again; its first sequence is returned. Resolves when the event is on disk. */
  publish(event: CloudEvent): Promise<{ sequence: number; duplicate: boolean }>;
  /** Starts a durable consumer. Disposing stops intake and waits for the handlers that run. */
  consume(options: ConsumerOptions): Promise<AsyncDisposable>;
  /** Reads without a durable position, for live streams. Resolves once the reader is in place, so that nothing published later is missed. */
  tail(options: TailOptions): Promise<AsyncIterableIterator<LoggedEvent>>;
  /** What the log holds now. Cheap. */
  extent(): Promise<LogExtent>;
  /** Resolves when every consumer of THIS process has finished every event published before and by its handlers (dead letters count as finished). */
  settle(): Promise<void>;
  /** The id of the event at a sequence; undefined when the log has none there (any more). Tells a log that lost its end from one that did not. */
  idAt(sequence: number): Promise<string | undefined>;
  /** Copies the log with the positions of its consumers, as of one moment, into a new file. Only the embedded log can; JetStream has tools of its own. */
  snapshot?(file: string): Promise<LogPositions>;
  /** Position of each durable consumer of this process. `pending`: events not finished yet. */
  status(): Promise<{ lastSequence: number; consumers: { name: string; pending: number; deadLetters: number }[] }>;
}

export interface LogExtent {
  /** Another log has another one: sequences of different logs say nothing about each other. Survives restarts. */
  id: string;
  /** Sequence of the oldest event that is still there; `last` + 1 when there is none. */
  first: number;
  /** Sequence of the newest event ever appended; 0 before the first. */
  last: number;
}

/** Where a bus reports; a pino logger fits. Fields are ids and numbers, never contents. */
export interface BusLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silentLog: BusLog = { info: () => {}, warn: () => {}, error: () => {} };
