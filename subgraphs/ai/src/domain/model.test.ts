import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestFirst } from './model.ts';

test('versions are ordered as numbers, the newest first', () => {
  assert.deepEqual(['1.9.2', '1.10.0', '2.0.0', '1.9.10'].toSorted(newestFirst), ['2.0.0', '1.10.0', '1.9.10', '1.9.2']);
});
