import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEntities } from './entities.ts';

const labels = ['O', 'B-PERSON', 'I-PERSON', 'B-ADDRESS', 'I-ADDRESS'];
const THRESHOLDS = [0.6, 0.6];

/** Tokens are runs of letters and digits and single marks; "|" cuts a word into two tokens and is no part of the text. */
function encode(marked: string) {
  const tokens: [number, number][] = [];
  let at = 0;
  for (const [piece] of marked.matchAll(/\||\s+|[\p{L}\p{N}]+|[^\s|]/gu)) {
    if (piece === '|') continue;
    if (piece.trim() !== '') tokens.push([at, at + piece.length]);
    at += piece.length;
  }
  return {
    text: marked.replaceAll('|', ''),
    ids: new Int32Array(tokens.length),
    starts: Int32Array.from(tokens, ([start]) => start),
    ends: Int32Array.from(tokens, ([, end]) => end),
    continues: new Uint8Array(tokens.length),
  };
}

/** One letter a token: what its row says, most surely in capitals. */
const ROWS: Record<string, number[]> = {
  o: [0.9, 0.1, 0, 0, 0],
  P: [0.05, 0.9, 0.05, 0, 0],
  p: [0.1, 0.1, 0.8, 0, 0],
  A: [0.05, 0, 0, 0.9, 0.05],
  a: [0.1, 0, 0, 0.1, 0.8],
  '?': [0.3, 0.2, 0.2, 0.15, 0.15],
};
function found(marked: string, said: string) {
  const encoded = encode(marked);
  assert.equal(encoded.ids.length, said.length);
  const rows = Float32Array.from([...said].flatMap((letter) => ROWS[letter]!));
  return readEntities(rows, labels, encoded, THRESHOLDS).map(({ type, start, end }) => `${type} ${encoded.text.slice(start, end)}`);
}

const table: [string, string, string, string[]][] = [
  ['neighbours of one type are one', 'I am Ann Lee.', 'ooPpo', ['PERSON Ann Lee']],
  ['a word that begins is one of its own', 'Ann Bob left', 'PPo', ['PERSON Ann', 'PERSON Bob']],
  ['a comma parts names', 'Ann, Bob left', 'Popo', ['PERSON Ann', 'PERSON Bob']],
  ['but not an address', 'at 5 Long Road, Rome', 'oAaaoa', ['ADDRESS 5 Long Road, Rome']],
  ['which keeps what stands between two of its words', '5 Long House\nRome', 'Aaoa', ['ADDRESS 5 Long House\nRome']],
  ["marks inside a name are the name's", "Mary-Jane O'Brien wrote", 'Ppppppo', ["PERSON Mary-Jane O'Brien"]],
  ['a word counts whole, by the mean of its tokens', 'Ann|ika left', 'Poo', []],
  ['and is found when they agree enough', 'Ann|ika left', 'P?o', ['PERSON Annika']],
  ['what is surely something, though unsure what, is found', 'call Kim', 'o?', ['PERSON Kim']],
  ['a little word is part of a name', 'Order of Odin met', 'Pppo', ['PERSON Order of Odin']],
  ['or nothing', 'Ann and Bob of Rome', 'PaPoA', ['PERSON Ann', 'PERSON Bob', 'ADDRESS Rome']],
  ['unless it is a name', 'Kim An left', 'Ppo', ['PERSON Kim An']],
  ['words of one name are of one kind', 'to Calle Mayor 8', 'o?aA', ['ADDRESS Calle Mayor 8']],
  ['across a comma they need not be', 'Kim, Long Road', '?oAa', ['PERSON Kim', 'ADDRESS Long Road']],
  ['unless much speaks for two', 'to Ann Lee 8 Long Road', 'oPpAaa', ['PERSON Ann Lee', 'ADDRESS 8 Long Road']],
  ["a quantity is nobody's", 'at 8 days late', 'oAao', []],
  ['nothing', 'all is well', 'ooo', []],
];
for (const [name, text, said, wanted] of table) test(`personal data, word by word: ${name}`, () => assert.deepEqual(found(text, said), wanted));

test('an entity is as sure as its words are on average', () => {
  const rows = Float32Array.from([...ROWS['P']!, ...ROWS['p']!]);
  const [entity] = readEntities(rows, labels, encode('Ann Lee'), THRESHOLDS);
  assert.ok(Math.abs(entity!.score - 0.925) < 1e-6);
});

test('a threshold, one a type, keeps out what is less sure', () => {
  const rows = Float32Array.from([...ROWS['p']!, ...ROWS['a']!]);
  const found = readEntities(rows, labels, encode('Ann Rome'), [0.95, 0.8]);
  assert.deepEqual(
    found.map(({ type, start, end }) => [type, start, end]),
    [['ADDRESS', 4, 8]],
  );
});
