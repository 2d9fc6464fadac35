import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTags } from './tags.ts';

const labels = ['O', 'B-PERSON', 'I-PERSON', 'B-PLACE', 'I-PLACE'];
/** One token a word of `text`, except that "##x" goes on with the word before. */
function encode(...tokens: string[]) {
  let at = 0;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const token of tokens) {
    const goesOn = token.startsWith('##');
    const start = goesOn || at === 0 ? at : at + 1;
    at = start + token.replace('##', '').length;
    starts.push(start);
    ends.push(at);
  }
  return {
    text: tokens.join(' ').replaceAll(' ##', ''),
    ids: new Int32Array(tokens.length),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    continues: Uint8Array.from(tokens, (token) => (token.startsWith('##') ? 1 : 0)),
  };
}
const rows = (...tags: string[]) => Float32Array.from(tags.flatMap((tag) => labels.map((label) => (label === tag ? 0.75 : 0.0625))));
const read = (tokens: string[], tags: string[]) =>
  readTags(rows(...tags), labels, encode(...tokens)).map(({ type, start, end }) => [type, start, end]);

test('words with one tag after another are one span, with its place in the text', () => {
  assert.deepEqual(read(['I', 'am', 'Ann', 'Lee', 'from', 'Rome'], ['O', 'O', 'B-PERSON', 'I-PERSON', 'O', 'B-PLACE']), [
    ['PERSON', 5, 12],
    ['PLACE', 18, 22],
  ]);
});

test('a word counts whole, by its first token', () => {
  assert.deepEqual(read(['Ann', '##ika', 'left'], ['B-PERSON', 'O', 'O']), [['PERSON', 0, 6]]);
});

test('two that stand side by side stay two', () => {
  assert.deepEqual(read(['Ann', 'Bob'], ['B-PERSON', 'B-PERSON']), [
    ['PERSON', 0, 3],
    ['PERSON', 4, 7],
  ]);
});

test('an inner tag that follows nothing of its type begins a span', () => {
  assert.deepEqual(read(['Ann', 'Rome', 'Rome'], ['B-PERSON', 'I-PLACE', 'I-PLACE']), [
    ['PERSON', 0, 3],
    ['PLACE', 4, 13],
  ]);
});

test('signs alone are no span', () => {
  assert.deepEqual(read(['😡', '👍', 'Ann'], ['B-PLACE', 'I-PLACE', 'B-PERSON']), [['PERSON', 6, 9]]);
});

test('a span is as sure as its words are on average', () => {
  const [span] = readTags(rows('B-PERSON', 'I-PERSON'), labels, encode('Ann', 'Lee'));
  assert.equal(span!.score, 0.8125);
});
