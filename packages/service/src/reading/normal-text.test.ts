import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normaliseText } from './normal-text.ts';

for (const [name, text, normal] of [
  ['plain', 'Where is my parcel?', 'Where is my parcel?'],
  ['blanks at the ends', ' \n Where?\t', 'Where?'],
  ['line ends', 'one\r\ntwo\rthree\n', 'one\ntwo\nthree'],
  ['an accent on its own', 'Cafe\u0301 closed, cafe\u0301 open', 'Caf\u00E9 closed, caf\u00E9 open'],
  ['Hangul in letters', '\u1112\u1161\u11AB\u1100\u1173\u11AF is \u1112\u1161\u11AB', '\uD55C\uAE00 is \uD55C'],
  ['signs with a twin', '5 \u212B and 3 \u2126 here', '5 \u00C5 and 3 \u03A9 here'],
  ['what grows', 'the letter \u0958 grows', 'the letter \u0915\u093C grows'],
  ['emoji', '😡 Cafe\u0301 👩‍👩‍👧 fine', '😡 Caf\u00E9 👩‍👩‍👧 fine'],
  ['right to left', '\u05E9\u05DC\u05D5\u05DD\r\n\u05E2\u05D5\u05DC\u05DD', '\u05E9\u05DC\u05D5\u05DD\n\u05E2\u05D5\u05DC\u05DD'],
  ['half a character', 'cut \uD83D here', 'cut \uFFFD here'],
  ['two marks in the other order', 'a\u0301\u0323 mark', '\u1EA1\u0301 mark'],
] as const) {
  test(`${name}: every word leads back to where it stands in the original`, () => {
    const { text: found, original } = normaliseText(text);
    assert.equal(found, normal);
    for (const { 0: word, index } of found.matchAll(/\S+/gu)) {
      const { start, end } = original(index, index + word.length);
      assert.equal(text.slice(start, end).toWellFormed().normalize('NFC'), word);
    }
  });
}

test('random mixtures lead back, unit by unit', () => {
  const parts = ['a', 'e\u0301', '\r\n', '\r', '\n', ' ', '\u1112\u1161\u11AB', '\u0958', '😡', '\u0301', 'ß', '\u212B', '\u05E9', '.'];
  let seed = 7;
  const next = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: 1 + next(40) }, () => parts[next(parts.length)]).join('');
    const { text: normal, original } = normaliseText(text);
    assert.equal(normal, text.trim().normalize('NFC').replaceAll(/\r\n?/g, '\n'));
    let before = 0;
    for (let at = 0; at < normal.length; at++) {
      const { start, end } = original(at, at + 1);
      assert.ok(start < end && start >= before && end <= text.length, JSON.stringify(text));
      before = start;
    }
  }
});

test('a hundred thousand characters of foreign spelling take no time to speak of', () => {
  const { text } = normaliseText('e\u0301\r\n'.repeat(25_000));
  assert.equal(text.length, 49_999);
});
