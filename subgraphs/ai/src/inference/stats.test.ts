import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStats } from './stats.ts';

test('percentiles are those of the last thousand answers', () => {
  const stats = createStats();
  for (let n = 0; n < 500; n++) stats.answered(1_000_000);
  for (let n = 1; n <= 1_000; n++) stats.answered(n);
  const { requests, p50Ms, p99Ms } = stats.read({ count: 1, texts: 1 });
  assert.deepEqual({ requests, p50Ms, p99Ms }, { requests: 1_500, p50Ms: 501, p99Ms: 991 });
});
