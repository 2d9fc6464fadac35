import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutPassages } from './passages.ts';

const cut = (text: string) => cutPassages(text).map(({ start, end }) => text.slice(start, end));

test('paragraphs are passages', () => assert.deepEqual(cut(' One. Two!\nThree\n\n  Four? '), ['One. Two!\nThree', 'Four?']));
test('nothing has no passage', () => assert.deepEqual([cut(''), cut(' \n\n ')], [[], []]));
test('a long paragraph is cut between sentences, and nothing is lost', () => {
  const sentences = Array.from({ length: 40 }, (_, n) => `Sentence ${n} goes on for quite a while.`);
  const passages = cut(sentences.join(' '));
  assert.ok(passages.length > 2 && passages.every(({ length }) => length <= 600));
  assert.equal(passages.join(' '), sentences.join(' '));
});
