import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Backend, Batch, BatchOutput } from './backend.ts';
import { createBatcher, type Row } from './batcher.ts';

/** A backend that notes its batches, row by row without the filling, and answers each row with its first token; `hold` keeps runs waiting until released. */
function createFakeBackend(options: { slots?: number; hold?: boolean; fails?: (batch: Batch) => boolean } = {}) {
  const batches: number[][][] = [];
  const held: (() => void)[] = [];
  const backend: Backend = {
    slots: options.slots ?? 1,
    run: async (batch): Promise<BatchOutput> => {
      const { rows, length, ids, mask } = batch;
      batches.push(
        Array.from({ length: rows }, (_, row) => [...ids.subarray(row * length, (row + 1) * length)].filter((__, at) => mask[row * length + at])),
      );
      if (options.hold) await new Promise<void>((resolve) => held.push(resolve));
      if (options.fails?.(batch)) throw new Error('the thread died');
      return {
        text: { shape: [rows, 2], data: Float32Array.from({ length: rows * 2 }, (_, at) => ids[(at >> 1) * length]!) },
        token: { shape: [rows, length, 1], data: Float32Array.from(ids) },
      };
    },
    [Symbol.asyncDispose]: async () => {},
  };
  return { backend, batches, release: () => held.shift()?.() };
}
const turn = () => new Promise(setImmediate);
const row = (length: number, first = 7): Row => ({ ids: Int32Array.from({ length }, (_, at) => (at === 0 ? first : 1)) });
const text = { outputs: ['text'] };
const firsts = (batches: number[][][]) => batches.map((batch) => batch.map((ids) => ids[0]));

test('rows of one turn share a run, and each gets its own answer, without the filling', async () => {
  const { backend, batches } = createFakeBackend();
  const batcher = createBatcher(backend);
  const answers = await Promise.all([5, 6, 7].map((length) => batcher.add(row(length, length), { outputs: ['text', 'token'] })));
  assert.equal(batches.length, 1);
  assert.deepEqual(
    answers.map(({ text: one, token }) => [[...one!], token!.length]),
    [
      [[5, 5], 5],
      [[6, 6], 6],
      [[7, 7], 7],
    ],
  );
  assert.deepEqual([batcher.runs, batcher.rows, batcher.tokens], [{ count: 1, texts: 3 }, 0, 0]);
});

test('a run has at most so many tokens; what gathers while every slot is busy makes the next ones', async () => {
  const { backend, batches, release } = createFakeBackend({ hold: true });
  const batcher = createBatcher(backend);
  const answers = [batcher.add(row(32), text)];
  await turn();
  for (let n = 0; n < 10; n++) answers.push(batcher.add(row(32), text));
  await turn();
  assert.deepEqual([batches.length, batcher.rows, batcher.tokens], [1, 11, 352]);
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

test('a short row is not filled up to the length of a long one', async () => {
  const { backend, batches } = createFakeBackend();
  const batcher = createBatcher(backend);
  await Promise.all([200, 6, 5].map((length) => batcher.add(row(length), text)));
  assert.deepEqual(
    batches.map((batch) => batch.map(({ length }) => length)),
    [[200], [6, 5]],
  );
});

test('a row longer than any budget runs alone', async () => {
  const { backend, batches } = createFakeBackend();
  const batcher = createBatcher(backend);
  await Promise.all([300, 300].map((length) => batcher.add(row(length), text)));
  assert.equal(batches.length, 2);
});

test('who somebody waits for goes first, but not for ever', async () => {
  let time = 0;
  const { backend, batches } = createFakeBackend();
  const batcher = createBatcher(backend, { now: () => time });
  const answers = [batcher.add(row(200, 1), { ...text, priority: 'backfill' })];
  time = 4_999;
  answers.push(batcher.add(row(200, 2), text));
  time = 5_001;
  answers.push(batcher.add(row(200, 3), text));
  await Promise.all(answers);
  assert.deepEqual(firsts(batches), [[2], [1], [3]]);
});

test("a call with many rows lets others' first rows pass", async () => {
  const { backend, batches } = createFakeBackend();
  const batcher = createBatcher(backend, { now: () => 0 });
  const many = [0, 1, 2, 3].map((position) => batcher.add(row(200, 10 + position), { ...text, position }));
  await Promise.all([...many, batcher.add(row(200, 99), text)]);
  assert.deepEqual(firsts(batches), [[10], [99], [11], [12], [13]]);
});

test('a row whose caller has gone is not run', async () => {
  const { backend, batches } = createFakeBackend();
  const batcher = createBatcher(backend);
  const gone = new AbortController();
  const abandoned = [5, 6].map((first) => assert.rejects(batcher.add(row(9, first), { ...text, signal: gone.signal }), /left/));
  gone.abort(new Error('left'));
  await batcher.add(row(9, 7), text);
  await Promise.all(abandoned);
  assert.deepEqual([firsts(batches), batcher.rows], [[[7]], 0]);
});

test('a row that kills its thread does not take its neighbours with it', async () => {
  const { backend } = createFakeBackend({ fails: ({ ids }) => ids.includes(666) });
  const batcher = createBatcher(backend);
  const answers = await Promise.allSettled([5, 666, 6].map((first) => batcher.add(row(4, first), text)));
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
});

test('an output of another shape than the rows is an error, not a wrong answer', async () => {
  const { backend } = createFakeBackend();
  const wrong: Backend = { ...backend, run: async () => ({ text: { shape: [2, 2], data: new Float32Array(4) } }) };
  await assert.rejects(createBatcher(wrong).add(row(4), text), /has the shape \[2, 2\] for 1 rows of 4 tokens/);
});
