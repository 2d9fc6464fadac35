import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stem, termsOf } from './terms.ts';

test('inflections of a word meet in one stem', () => {
  const families = [
    'return returns returned returning',
    'refund refunds refunded',
    'cancel cancelled cancellation',
    'deliver delivery deliveries delivered',
    'charge charged charges',
    'bill billing billed',
  ];
  for (const family of families) assert.equal(new Set(family.split(' ').map(stem)).size, 1, family);
  assert.notEqual(stem('order'), stem('border'));
});

test('courtesies and placeholders tell nothing', () => {
  assert.deepEqual(termsOf('Hello, please and thank you! <EMAIL_ADDRESS>'), []);
  assert.deepEqual(termsOf("I can't log in to my account"), ['login', 'account'].map(stem));
});
