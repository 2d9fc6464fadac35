import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBatcher } from './batcher.ts';
import type { BatchOutput, InferencePool } from './pool.ts';

/** A pool that notes its batches and answers each text with its length; `hold` keeps runs waiting until released. */
function createFakePool(options: { threads?: number; hold?: boolean; fails?: (text: string) => boolean } = {}) {
  const batches: string[][] = [];
  const held: (() => void)[] = [];
  const pool: InferencePool = {
    threads: options.threads ?? 1,
    run: async (texts): Promise<BatchOutput> => {
      batches.push([...texts]);
      if (options.hold) await new Promise<void>((resolve) => held.push(resolve));
      if (options.fails && texts.some(options.fails)) throw new Error('the thread died');
      return { sentiment: Float32Array.from(texts.flatMap(({ length }) => [length, 0, 0])), emotion: Float32Array.from(texts.flatMap(() => [0, 0])) };
    },
    [Symbol.asyncDispose]: async () => {},
  };
  return { pool, batches, release: () => held.shift()?.() };
}
const turn = () => new Promise(setImmediate);

test('texts of one turn share a run, and each gets its own row', async () => {
  const { pool, batches } = createFakePool();
  const batcher = createBatcher(pool);
  const rows = await Promise.all(['a', 'bb', 'ccc'].map((text) => batcher.add(text)));
  assert.deepEqual(batches, [['a', 'bb', 'ccc']]);
  assert.deepEqual(
    rows.map(({ sentiment }) => [...sentiment]),
    [
      [1, 0, 0],
      [2, 0, 0],
      [3, 0, 0],
    ],
  );
  assert.deepEqual([batcher.runs, batcher.size], [{ count: 1, texts: 3 }, 0]);
});

test('what gathers while every thread is busy makes the next run, of eight at most', async () => {
  const { pool, batches, release } = createFakePool({ hold: true });
  const batcher = createBatcher(pool);
  const answers = [batcher.add('first')];
  await turn();
  for (let n = 0; n < 10; n++) answers.push(batcher.add(`later ${n}`));
  await turn();
  assert.equal(batches.length, 1);
  assert.equal(batcher.size, 11);
  for (let run = 0; run < 3; run++) {
    release();
    await turn();
    await turn();
  }
  await Promise.all(answers);
  assert.deepEqual(
    batches.map(({ length }) => length),
    [1, 8, 2],
  );
});

test('a short text is not padded to the length of a long one', async () => {
  const { pool, batches } = createFakePool();
  const batcher = createBatcher(pool);
  await Promise.all(['x'.repeat(60_000), 'short', 'brief'].map((text) => batcher.add(text)));
  assert.deepEqual(
    batches.map((texts) => texts.map(({ length }) => length)),
    [[60_000], [5, 5]],
  );
});

test('a text whose caller has gone is not run', async () => {
  const { pool, batches } = createFakePool();
  const batcher = createBatcher(pool);
  const gone = new AbortController();
  const abandoned = assert.rejects(batcher.add('gone', gone.signal), /left/);
  gone.abort(new Error('left'));
  await batcher.add('here');
  await abandoned;
  assert.deepEqual(batches, [['here']]);
});

test('a text that kills its thread does not take its neighbours with it', async () => {
  const { pool } = createFakePool({ fails: (text) => text === 'poison' });
  const batcher = createBatcher(pool);
  const answers = await Promise.allSettled(['good', 'poison', 'fine'].map((text) => batcher.add(text)));
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
});
