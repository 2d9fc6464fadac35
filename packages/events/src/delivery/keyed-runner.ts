import type { CloudEvent } from '../cloud-event.ts';
import { UnprocessableEvent, type BusLog, type ConsumerOptions } from '../bus.ts';
import { createFifo, type Fifo } from './fifo.ts';
import { tryHandler } from './try-handler.ts';

export const DEFAULT_BACKOFF = [1_000, 5_000, 30_000, 120_000] as const;
/** After this a draining consumer aborts the signal of handlers that still run. */
const DRAIN_GRACE = 10_000;

/** What a twin of the bus does for the runner. All are called in the order in which things happen. */
export interface Intake {
  load(sequence: number): CloudEvent;
  /** Failed tries before this process. */
  triesBefore?(sequence: number): number;
  /** A try failed and another follows after `wait` ms. */
  retrying?(sequence: number, tries: number, wait: number): void;
  /** Effect or dead letter is stored: the event may be acknowledged. */
  finished(sequence: number, deadLetter: boolean): void;
}

export interface KeyedRunner {
  add(key: string, sequence: number): void;
  /** Keys that run or could: intake pauses on many of them, while one that waits for a retry, however long its queue, never stops it. */
  readonly runnable: number;
  /** Events taken and not finished. */
  readonly size: number;
  /** Starts no further handler; resolves when those that run have ended. */
  drain(): Promise<void>;
}

interface Lane {
  key: string;
  sequences: Fifo<number>;
  tries: number;
  /** Set once the event is to be given up: from then on only the dead letter is tried again. */
  givenUp?: Error;
}

/**
 * Runs one consumer's handlers: a lane for each key, one event of a lane at a time, `concurrency` lanes side by side, taking turns.
 * A lane that waits for its retry takes no slot, so one customer's poison never delays another.
 */
export function createKeyedRunner(options: ConsumerOptions, intake: Intake, log: BusLog): KeyedRunner {
  const { name, concurrency = 16, backoff = DEFAULT_BACKOFF } = options;
  const lanes = new Map<string, Lane>();
  const ready = createFifo<Lane>();
  const parked = new Set<NodeJS.Timeout>();
  const stop = new AbortController();
  const running = new Set<Promise<void>>();
  let size = 0;
  let draining = false;

  function pump(): void {
    while (!draining && running.size < concurrency && ready.size > 0) {
      const lane = ready.shift()!;
      const turn = deliver(lane).finally(() => {
        running.delete(turn);
        pump();
      });
      running.add(turn);
    }
  }

  function park(lane: Lane, wait: number): void {
    if (draining) return;
    const timer = setTimeout(() => {
      parked.delete(timer);
      ready.push(lane);
      pump();
    }, wait);
    parked.add(timer);
  }

  async function deliver(lane: Lane): Promise<void> {
    const sequence = lane.sequences.peek()!;
    const ids = { consumer: name, sequence };
    try {
      const event = intake.load(sequence);
      if (!lane.givenUp) {
        // A process that died between its last try and the dead letter tries once more: the reason was lost with it.
        const attempt = Math.min(Math.max(lane.tries, intake.triesBefore?.(sequence) ?? 0), backoff.length) + 1;
        const error = await tryHandler(options, event, { sequence, attempt, stop: stop.signal });
        if (!error) return finish(lane, sequence, false);
        if (stop.signal.aborted) return;
        lane.tries = attempt;
        if (!(error instanceof UnprocessableEvent) && attempt <= backoff.length) {
          const wait = backoff[attempt - 1]!;
          log.warn({ ...ids, eventId: event.id, attempt, wait, error: error.name }, 'event handler failed, will try again');
          intake.retrying?.(sequence, attempt, wait);
          return park(lane, wait);
        }
        lane.givenUp = error;
      }
      await options.onDeadLetter(event, lane.givenUp);
      log.error({ ...ids, eventId: event.id, attempt: lane.tries, error: lane.givenUp.name }, 'event given up, dead letter stored');
      finish(lane, sequence, true);
    } catch (error) {
      // The dead letter could not be stored, or the event not be read: nothing may be given up, so the key waits.
      const wait = backoff.at(-1) ?? DEFAULT_BACKOFF[0];
      log.error({ ...ids, wait, error: error instanceof Error ? error.name : 'Error' }, 'event could not be given up, will try again');
      park(lane, wait);
    }
  }

  function finish(lane: Lane, sequence: number, deadLetter: boolean): void {
    lane.sequences.shift();
    lane.tries = 0;
    lane.givenUp = undefined;
    size -= 1;
    // Back of the queue: a customer with many events takes turns with the others.
    if (lane.sequences.size > 0) ready.push(lane);
    else lanes.delete(lane.key);
    intake.finished(sequence, deadLetter);
  }

  return {
    add(key, sequence) {
      let lane = lanes.get(key);
      if (!lane) {
        lane = { key, sequences: createFifo(), tries: 0 };
        lanes.set(key, lane);
        ready.push(lane);
      }
      lane.sequences.push(sequence);
      size += 1;
      pump();
    },
    get runnable() {
      return ready.size + running.size;
    },
    get size() {
      return size;
    },
    async drain() {
      draining = true;
      for (const timer of parked) clearTimeout(timer);
      const grace = setTimeout(() => stop.abort(), DRAIN_GRACE);
      while (running.size > 0) await Promise.allSettled(running);
      clearTimeout(grace);
      stop.abort();
    },
  };
}
