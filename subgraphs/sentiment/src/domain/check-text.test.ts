import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText, MAX_TEXT } from './check-text.ts';

const words = (count: number) => 'word '.repeat(count).trim();

for (const [name, text, message] of [
  ['empty', '', "`text` is empty: give the customer's words."],
  ['blanks only', ' \t\r\n\u00A0\u2003', "`text` is empty: give the customer's words."],
  ['a megabyte', 'a'.repeat(1_048_576), '`text` has 1,048,576 characters; at most 100,000 are accepted. Shorten it or send it in parts.'],
  [
    'one character too many',
    'a'.repeat(MAX_TEXT + 1),
    '`text` has 100,001 characters; at most 100,000 are accepted. Shorten it or send it in parts.',
  ],
  ['a NUL', 'ab\0c', '`text` has a NUL character at position 2: it is binary data or UTF-16. Send plain text in UTF-8.'],
  [
    'half a character',
    'ab\uD83D',
    '`text` has half a character (an unpaired surrogate) at position 2: it was cut in the middle. Send whole characters in UTF-8.',
  ],
  [
    'Latin-1 read as UTF-8',
    'Gr\uFFFD\uFFFDe',
    '`text` is mostly unreadable (2 of 5 characters are U+FFFD): it was not UTF-8 when it was read. Convert it to UTF-8 first.',
  ],
] as const) {
  test(`refused: ${name}`, () => assert.deepEqual(checkText(text), { argument: 'text', message }));
}

for (const [name, text] of [
  ['one letter', 'k'],
  ['an emoji', '😡'],
  ['10,000 words', words(10_000)],
  ['the longest', 'a'.repeat(MAX_TEXT)],
  ['any script', '您好，快递太慢了。 Доставка опоздала. תודה'],
  ['a character that a sender could not read', 'Le caf\uFFFD \u00E9tait froid et le serveur absent'],
] as const) {
  test(`accepted: ${name}`, () => assert.equal(checkText(text), undefined));
}
