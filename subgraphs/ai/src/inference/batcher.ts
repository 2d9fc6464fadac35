import type { Backend, Batch, BatchOutput } from './backend.ts';

/**
 * Tokens in one run of the model, filling included. Measured with insight 1.0.0 on one core: 32 tokens alone 250 texts a second, by four 330, by eight no
 * better, by thirty-two worse (the processor's cache); and nobody waits long for a run of 256.
 */
const TOKEN_BUDGET = 256;
/** Rows share a run only with rows of their own length class, so that at most a third of a run is filling. */
const LENGTH_CLASSES = [8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256] as const;
/** Who somebody waits for goes first; who nobody waits for has the same right after this time, so that neither starves. */
const PATIENCE_MS = { interactive: 0, backfill: 5_000 } as const;
/** A call's further rows give way to others' first ones, by about the time of one row each. */
const PACE_MS = 4;

export type Priority = keyof typeof PATIENCE_MS;

/** One text's tokens, or one window of a long text. `mask` is 1 throughout where absent. */
export interface Row {
  ids: Int32Array;
  mask?: Uint8Array;
}

/** What the model says of one row, as long as the row. */
export type RowOutput = Readonly<Record<string, Float32Array>>;

export interface AddOptions {
  outputs: readonly string[];
  priority?: Priority | undefined;
  /** How many rows of the same call come before this one. */
  position?: number;
  signal?: AbortSignal | undefined;
}

interface Waiting {
  row: Row;
  outputs: readonly string[];
  deadline: number;
  signal: AbortSignal | undefined;
  resolve(output: RowOutput): void;
  reject(error: unknown): void;
}

export interface Batcher {
  /** Tokens that wait or run. */
  readonly tokens: number;
  /** Rows that wait or run. */
  readonly rows: number;
  /** Runs in which rows were answered, and those rows: their ratio is the mean batch size. */
  readonly runs: { count: number; texts: number };
  /** Seconds until what waits now is worked off, by the speed of late; a first guess before there is one. */
  readonly secondsToEmpty: number;
  /** The model's answer for one row. Rejects with the signal's reason when it is aborted while the row waits. */
  add(row: Row, options: AddOptions): Promise<RowOutput>;
}

export interface BatcherOptions {
  now?: () => number;
  /** Tokens in one run, filling included; 1 runs every row alone. Default 256. */
  tokenBudget?: number;
}

/**
 * Puts rows of different callers into common runs of the model. A row never waits while a slot is free: batches form of what comes in the same turn of
 * the event loop and of what gathers while all slots are busy. Whose deadline is nearest goes first, with others of like length.
 */
export function createBatcher(backend: Backend, { now = () => performance.now(), tokenBudget = TOKEN_BUDGET }: BatcherOptions = {}): Batcher {
  /** By length class, each in the order of their deadlines. */
  const queues = new Map<number, Waiting[]>();
  let running = 0;
  let rows = 0;
  let tokens = 0;
  let scheduled = false;
  let tokensPerSecond = 4_000;
  const runs = { count: 0, texts: 0 };

  function dispatch(): void {
    scheduled = false;
    while (running < backend.slots) {
      const batch = takeBatch();
      if (batch.length === 0) return;
      running += 1;
      void answer(batch).finally(() => {
        running -= 1;
        dispatch();
      });
    }
  }

  function takeBatch(): Waiting[] {
    let first: Waiting[] | undefined;
    for (const [size, queue] of queues) {
      while (queue[0]?.signal?.aborted) drop(queue.shift()!);
      if (queue.length === 0) queues.delete(size);
      else if (!first || queue[0]!.deadline < first[0]!.deadline) first = queue;
    }
    const batch: Waiting[] = [];
    let longest = 0;
    while (first && first.length > 0) {
      const item = first[0]!;
      longest = Math.max(longest, item.row.ids.length);
      if (batch.length > 0 && longest * (batch.length + 1) > tokenBudget) break;
      first.shift();
      if (item.signal?.aborted) drop(item);
      else batch.push(item);
    }
    return batch;
  }

  const drop = ({ signal, reject }: Waiting) => reject(signal!.reason);

  async function answer(batch: readonly Waiting[]): Promise<void> {
    const start = now();
    try {
      const filled = toBatch(batch);
      const output = await backend.run(filled);
      runs.count += 1;
      runs.texts += batch.length;
      const speed = (backend.slots * filled.rows * filled.length * 1000) / Math.max(1, now() - start);
      tokensPerSecond += (speed - tokensPerSecond) / 16;
      batch.forEach(({ row, outputs, resolve }, index) => resolve(rowOf(output, outputs, index, row.ids.length, filled)));
    } catch (error) {
      // One row that kills its thread must not take its neighbours with it: each gets a run of its own.
      if (batch.length === 1) batch[0]!.reject(error);
      else for (const item of batch) await answer([item]);
    }
  }

  function settled(length: number): void {
    rows -= 1;
    tokens -= length;
  }

  return {
    get tokens() {
      return tokens;
    },
    get rows() {
      return rows;
    },
    get secondsToEmpty() {
      return tokens / tokensPerSecond;
    },
    runs,
    add: (row, { outputs, priority = 'interactive', position = 0, signal }) => {
      const { promise, resolve, reject } = Promise.withResolvers<RowOutput>();
      const deadline = now() + PATIENCE_MS[priority] + position * PACE_MS;
      const { length } = row.ids;
      insert(queues, LENGTH_CLASSES.find((size) => length <= size) ?? length, { row, outputs, deadline, signal, resolve, reject });
      rows += 1;
      tokens += length;
      if (!scheduled) {
        scheduled = true;
        setImmediate(dispatch);
      }
      return promise.finally(() => settled(length));
    },
  };
}

function insert(queues: Map<number, Waiting[]>, size: number, item: Waiting): void {
  const queue = queues.get(size) ?? [];
  queues.set(size, queue);
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (queue[middle]!.deadline <= item.deadline) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, item);
}

function toBatch(items: readonly Waiting[]): Batch {
  const length = Math.max(...items.map(({ row }) => row.ids.length));
  const ids = new Int32Array(items.length * length);
  const mask = new Uint8Array(items.length * length);
  items.forEach(({ row }, index) => {
    ids.set(row.ids, index * length);
    if (row.mask) mask.set(row.mask, index * length);
    else mask.fill(1, index * length, index * length + row.ids.length);
  });
  return { rows: items.length, length, ids, mask, outputs: [...new Set(items.flatMap(({ outputs }) => outputs))] };
}

/** One row's share of each of its outputs; of outputs that have a row a token, without the filling. */
function rowOf(output: BatchOutput, outputs: readonly string[], index: number, ownLength: number, { rows, length }: Batch): RowOutput {
  return Object.fromEntries(
    outputs.map((name) => {
      const { data, shape } = output[name]!;
      if (shape[0] !== rows || (shape.length === 3 && shape[1] !== length) || shape.reduce((size, n) => size * n, 1) !== data.length)
        throw new Error(`The model's output "${name}" has the shape [${shape.join(', ')}] for ${rows} rows of ${length} tokens.`);
      const size = data.length / rows;
      return [name, data.subarray(index * size, shape.length === 3 ? index * size + ownLength * shape[2]! : (index + 1) * size)];
    }),
  );
}
