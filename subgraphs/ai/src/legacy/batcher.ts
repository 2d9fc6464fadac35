import type { Row } from './classification.ts';
import type { BatchOutput, InferencePool } from './pool.ts';

/** Texts in one run of the model. Measured: 0.30 ms a text alone, 0.18 by eight, no better by more, while memory grows with every text. */
const MAX_TEXTS = 8;
/** A batch is padded to its longest text: at most this many characters, padding included, so that short texts never wait for long ones' padding. */
const MAX_PADDED = 64_000;
/** How far behind the first waiting text others are looked for that fit its batch. */
const LOOK_AHEAD = 64;

interface Waiting {
  text: string;
  signal: AbortSignal | undefined;
  resolve(row: Row): void;
  reject(error: unknown): void;
}

export interface Batcher {
  /** Texts that wait or run. */
  readonly size: number;
  /** Runs in which texts were answered, and those texts: their ratio is the mean batch size. */
  readonly runs: { count: number; texts: number };
  /** The model's rows for one text. Rejects with the signal's reason when it is aborted while the text waits. */
  add(text: string, signal?: AbortSignal): Promise<Row>;
}

/**
 * Puts texts of different callers into common runs of the model. A text never waits while a thread is free: batches form of what comes in the
 * same turn of the event loop, and of what gathers while all threads are busy.
 */
export function createBatcher(pool: InferencePool): Batcher {
  let waiting: Waiting[] = [];
  let running = 0;
  let size = 0;
  let scheduled = false;
  const runs = { count: 0, texts: 0 };

  function dispatch(): void {
    scheduled = false;
    while (running < pool.threads && waiting.length > 0) {
      const batch = takeBatch();
      if (batch.length === 0) continue;
      running += 1;
      void answer(batch).finally(() => {
        running -= 1;
        dispatch();
      });
    }
  }

  function takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    let longest = 0;
    const ahead = waiting.slice(0, LOOK_AHEAD);
    for (const item of ahead) {
      if (item.signal?.aborted) {
        item.reject(item.signal.reason);
        continue;
      }
      const padded = Math.max(longest, item.text.length) * (batch.length + 1);
      if (batch.length > 0 && (batch.length === MAX_TEXTS || padded > MAX_PADDED)) {
        rest.push(item);
        continue;
      }
      longest = Math.max(longest, item.text.length);
      batch.push(item);
    }
    waiting = [...rest, ...waiting.slice(ahead.length)];
    return batch;
  }

  async function answer(batch: readonly Waiting[]): Promise<void> {
    try {
      const output = await pool.run(batch.map(({ text }) => text));
      runs.count += 1;
      runs.texts += batch.length;
      batch.forEach(({ resolve }, index) => resolve(rowOf(output, index, batch.length)));
    } catch (error) {
      // One text that kills its thread must not take its neighbours with it: each gets a run of its own.
      if (batch.length === 1) batch[0]!.reject(error);
      else for (const item of batch) await answer([item]);
    }
  }

  return {
    get size() {
      return size;
    },
    runs,
    add: (text, signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<Row>();
      waiting.push({ text, signal, resolve, reject });
      size += 1;
      if (!scheduled) {
        scheduled = true;
        setImmediate(dispatch);
      }
      return promise.finally(() => (size -= 1));
    },
  };
}

function rowOf({ sentiment, emotion }: BatchOutput, index: number, count: number): Row {
  const part = (all: Float32Array) => all.subarray((index * all.length) / count, ((index + 1) * all.length) / count);
  return { sentiment: part(sentiment), emotion: part(emotion) };
}
