import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutWindows } from './windows.ts';

test('a text that fits is one window', () => {
  assert.deepEqual(cutWindows(0, 4, 1), [{ from: 0, to: 0, ownFrom: 0, ownTo: 0 }]);
  assert.deepEqual(cutWindows(4, 4, 1), [{ from: 0, to: 4, ownFrom: 0, ownTo: 4 }]);
});

test('a long text is read in overlapping windows of one length; each token belongs to the window in which it stands nearer to the middle', () => {
  assert.deepEqual(cutWindows(21, 10, 4), [
    { from: 0, to: 10, ownFrom: 0, ownTo: 8 },
    { from: 6, to: 16, ownFrom: 8, ownTo: 13 },
    { from: 11, to: 21, ownFrom: 13, ownTo: 21 },
  ]);
});

test('for any length, windows cover every token once and read it whole', () => {
  for (let count = 0; count < 900; count++) {
    const windows = cutWindows(count, 254, 64);
    assert.equal(windows[0]!.ownFrom, 0);
    assert.equal(windows.at(-1)!.ownTo, count);
    windows.forEach(({ from, to, ownFrom, ownTo }, index) => {
      assert.ok(to - from <= 254 && from <= ownFrom && ownFrom <= ownTo && ownTo <= to, `${count}: ${from} ${ownFrom} ${ownTo} ${to}`);
      if (index > 0) assert.ok(windows[index - 1]!.ownTo === ownFrom && windows[index - 1]!.to - from >= 64);
    });
  }
});
