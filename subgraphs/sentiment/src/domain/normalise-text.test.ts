import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normaliseText } from './normalise-text.ts';

test('what reads the same is scored the same', () => {
  assert.equal(normaliseText(' Cafe\u0301\r\nfroid \n'), normaliseText('Caf\u00E9\nfroid'));
});

test('upper case and blanks inside stay: they carry feeling', () => {
  assert.equal(normaliseText('WHY  NOT'), 'WHY  NOT');
});
