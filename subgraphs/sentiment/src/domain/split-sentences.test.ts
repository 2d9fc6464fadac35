import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitSentences } from './split-sentences.ts';

for (const [name, text, language, sentences] of [
  ['sentences and paragraphs', '  It broke. Twice!\n\nWhy?  ', 'en', ['It broke.', 'Twice!', 'Why?']],
  ['characters of two UTF-16 units', '😡😡 No. 👍 Yes!', 'en', ['😡😡 No.', '👍 Yes!']],
  ['a full stop of another script', '坏了。退款！', 'zh', ['坏了。', '退款！']],
  ['no full stop at all', 'just some words', 'und', ['just some words']],
  ['blanks only', ' \n ', 'en', []],
] as const) {
  test(`${name}: offsets lead back to the text`, () => {
    const found = splitSentences(text, language);
    assert.deepEqual(
      found.map((sentence) => sentence.text),
      [...sentences],
    );
    for (const { start, end, text: part } of found) assert.equal(text.slice(start, end), part);
  });
}
