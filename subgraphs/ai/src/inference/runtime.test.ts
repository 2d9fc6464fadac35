import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Backend } from './backend.ts';
import { createRuntime, isFailed } from './runtime.ts';

const spec = {
  name: 'm',
  version: '1.0.0',
  languages: ['en'],
  maxTokens: 16,
  outputs: { sentiment: { kind: 'sequence' as const, labels: ['negative', 'neutral', 'positive'] } },
};
const tokenizer = {
  marks: { begin: 2, end: 3 },
  size: 10,
  encode: async (text: string) => {
    const zeros = new Int32Array(text.length);
    return { text, ids: zeros, starts: zeros, ends: zeros, continues: new Uint8Array(text.length) };
  },
};
function fakeBackend(
  run: Backend['run'] = async ({ rows }) => ({ sentiment: { shape: [rows, 3], data: Float32Array.from({ length: rows * 3 }, () => 1 / 3) } }),
) {
  let closed = false;
  return { slots: 1, run, closed: () => closed, [Symbol.asyncDispose]: async () => void (closed = true) };
}

test('a full queue is told, with the seconds to wait; one call is always let in when nothing waits', async () => {
  const runtime = createRuntime({ spec, tokenizer, backend: fakeBackend(), capacity: 10 });
  const large = runtime.analyze(['x'.repeat(9)], ['sentiment']);
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
  await assert.rejects(runtime.analyze(['one'], ['sentiment']), { code: 'RATE_LIMITED', details: { retryAfter: 1 } });
  assert.equal((await large).length, 1);
  assert.equal((await runtime.analyze(['one'], ['sentiment'])).length, 1);
});

test('a model that is down fails the call, so that it is tried again', async () => {
  const backend = fakeBackend(() => Promise.reject(new Error('the thread died')));
  const runtime = createRuntime({ spec, tokenizer, backend, capacity: 100 });
  await assert.rejects(runtime.analyze(['one', 'two'], ['sentiment']), { code: 'SERVICE_UNAVAILABLE' });
  const { requests, errors } = runtime.stats();
  assert.deepEqual({ requests, errors }, { requests: 2, errors: 2 });
});

test('a caller who leaves gets his own reason, and what he asked is not run', async () => {
  let runs = 0;
  const backend = fakeBackend(async ({ rows }) => {
    runs += 1;
    return { sentiment: { shape: [rows, 3], data: new Float32Array(rows * 3) } };
  });
  const runtime = createRuntime({ spec, tokenizer, backend, capacity: 100 });
  const left = AbortSignal.abort(new Error('I left'));
  await assert.rejects(runtime.analyze(['one'], ['sentiment'], { signal: left }), /I left/);
  assert.equal(runs, 0);
});

test('a version that is replaced finishes what it was asked before it goes', async () => {
  const backend = fakeBackend(async ({ rows }) => {
    await new Promise(setImmediate);
    assert.equal(backend.closed(), false);
    return { sentiment: { shape: [rows, 3], data: new Float32Array(rows * 3) } };
  });
  const runtime = createRuntime({ spec, tokenizer, backend, capacity: 100 });
  const asked = runtime.analyze(['one'], ['sentiment']);
  await runtime[Symbol.asyncDispose]();
  assert.ok(!isFailed((await asked)[0]!));
  assert.equal(backend.closed(), true);
});

test('before the first text there are no times to tell', () => {
  const runtime = createRuntime({ spec, tokenizer, backend: fakeBackend(), capacity: 100 });
  assert.deepEqual(runtime.stats(), { requests: 0, errors: 0, p50Ms: null, p99Ms: null, meanBatchSize: null });
});
