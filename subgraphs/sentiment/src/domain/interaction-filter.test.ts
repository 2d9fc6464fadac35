import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFilter } from './interaction-filter.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));

test('a period must have a length', () => {
  assert.equal(checkFilter({ receivedFrom: day(2), receivedTo: day(2) })?.argument, 'filter.receivedTo');
  assert.equal(checkFilter({ receivedFrom: day(1), receivedTo: day(2) }), undefined);
});

test('a long text is not searched for', () => {
  assert.equal(checkFilter({ text: 'x'.repeat(201) })?.message, '`filter.text` has 201 characters; at most 200 are searched for.');
});
