import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readKeepFor, writeKeepFor } from './keep-for.ts';

test('how long is a count of one unit; of several it is shown as it came', () => {
  assert.deepEqual(readKeepFor('P90D'), { count: 90, unit: 'D' });
  assert.deepEqual(readKeepFor(writeKeepFor(2, 'Y')), { count: 2, unit: 'Y' });
  assert.equal(readKeepFor('P1Y6M'), undefined);
  assert.equal(readKeepFor('PT5H'), undefined);
});
