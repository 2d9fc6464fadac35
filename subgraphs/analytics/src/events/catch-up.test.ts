import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCatchUp } from './catch-up.ts';

test('facts of before the start are waited for once, and those of others not at all', async () => {
  let pending = 500;
  const status = async () => ({
    lastSequence: 1_000,
    consumers: [
      { name: 'ours', pending, deadLetters: 0 },
      { name: 'others', pending: 9_999, deadLetters: 0 },
    ],
  });
  const caughtUp = createCatchUp({ status }, ['ours']);
  assert.equal(await caughtUp(), false);
  pending = 3;
  assert.equal(await caughtUp(), true);
  pending = 500;
  assert.equal(await caughtUp(), true);
});
