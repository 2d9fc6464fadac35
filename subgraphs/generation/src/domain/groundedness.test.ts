import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureGroundedness } from './groundedness.ts';

const quotes = ['You can return any item within 30 days of delivery.', 'Express delivery takes one working day.'];

test('measures the share of sentences that a quote supports', () => {
  const table: [string, number][] = [
    ['Hello,\n\nYou can return any item within 30 days of delivery.', 1],
    ['Hello,\n\nYou can return an item within 30 days of delivery.', 1],
    ['Hello,\n\nYou can return any item within 60 days of delivery.', 0],
    ['Hello,\n\nExpress delivery takes one working day. We also give you a present.', 0.5],
    ['Hello,', 0],
    ['', 0],
  ];
  for (const [text, expected] of table) assert.equal(measureGroundedness(text, ['Hello,'], quotes), expected, text);
});

test('words from two quotes do not support one sentence', () => {
  assert.equal(measureGroundedness('You can return any item within one working day.', [], quotes), 0);
});
