import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareText } from './prepare-text.ts';

for (const [name, text, prepared] of [
  ['plain text stays', 'Grüße, 你好 😀', 'Grüße, 你好 😀'],
  ['a NUL becomes a blank', 'good\0bad', 'good bad'],
  ['half a character becomes the sign for it', 'cut \uD83D', 'cut \uFFFD'],
] as const) {
  test(name, () => assert.equal(prepareText(text), prepared));
}
