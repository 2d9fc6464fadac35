import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Row } from './classification.ts';
import type { Batcher } from './batcher.ts';
import { createClassifier } from './classifier.ts';

const labels = { sentiments: ['negative', 'neutral', 'positive'], emotions: ['joy'], thresholds: [0.5] };
const row = (...sentiment: number[]): Row => ({ sentiment: Float32Array.from(sentiment), emotion: Float32Array.of(0) });
const fakeBatcher = (answer: (text: string) => Row, size = 0): Batcher => ({ size, runs: { count: 2, texts: 6 }, add: async (text) => answer(text) });

test('a full queue is told, with the seconds to wait', async () => {
  const classifier = createClassifier(
    fakeBatcher(() => row(0, 1, 0), 9),
    labels,
    10,
  );
  await classifier.classify(['one']);
  await assert.rejects(classifier.classify(['one', 'two']), { code: 'RATE_LIMITED', details: { retryAfter: 1 } });
});

test('a call larger than the queue is let in when nothing waits', async () => {
  const classifier = createClassifier(
    fakeBatcher(() => row(0, 1, 0)),
    labels,
    1,
  );
  assert.equal((await classifier.classify(['one', 'two', 'three'])).length, 3);
});

test('a text without a usable answer fails its call only, and is counted', async () => {
  const classifier = createClassifier(
    fakeBatcher((text) => (text === 'bad' ? row(Number.NaN, 0, 1) : row(0, 0.25, 0.75))),
    labels,
    100,
  );
  const [bad, good] = await Promise.allSettled([classifier.classify(['good', 'bad']), classifier.classify(['good'])]);
  assert.equal((bad as PromiseRejectedResult).reason.code, 'SERVICE_UNAVAILABLE');
  assert.deepEqual((good as PromiseFulfilledResult<unknown>).value, [
    { probabilities: { negative: 0, neutral: 0.25, positive: 0.75 }, emotions: [] },
  ]);
  const { requests, errors, meanBatchSize } = classifier.stats();
  assert.deepEqual({ requests, errors, meanBatchSize }, { requests: 3, errors: 1, meanBatchSize: 3 });
});

test('before the first text there are no times to tell', () => {
  const idle = createClassifier({ ...fakeBatcher(() => row(0, 1, 0)), runs: { count: 0, texts: 0 } }, labels, 1);
  assert.deepEqual(idle.stats(), { requests: 0, errors: 0, p50Ms: null, p99Ms: null, meanBatchSize: null });
});
