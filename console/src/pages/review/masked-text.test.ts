import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cutText } from './masked-text.ts';

const original = 'Mail me: a@b.example. It is broken!';
const entities = [{ type: 'EMAIL_ADDRESS', start: 9, end: 20 }];
const sentences = [
  { start: 0, end: 21, label: 'NEUTRAL' as const, score: 0 },
  { start: 22, end: 35, label: 'NEGATIVE' as const, score: -0.8 },
];

describe('marked texts', () => {
  test('sentences of a masked text are found by what stands for the personal data', () => {
    const masked = 'Mail me: <EMAIL_ADDRESS>. It is broken!';
    const pieces = cutText(masked, { entities, sentences }, true);
    assert.equal(pieces.map(({ text }) => text).join(''), masked);
    assert.deepEqual(
      pieces.find(({ pii }) => pii),
      { text: '<EMAIL_ADDRESS>', pii: 'EMAIL_ADDRESS', label: 'NEUTRAL', score: 0 },
    );
    assert.deepEqual(pieces.at(-1), { text: 'It is broken!', label: 'NEGATIVE', score: -0.8 });
  });

  test('the original is cut at the same places', () => {
    const pieces = cutText(original, { entities, sentences }, false);
    assert.equal(pieces.map(({ text }) => text).join(''), original);
    assert.equal(pieces.find(({ pii }) => pii)?.text, 'a@b.example');
    assert.equal(pieces.at(-1)?.text, 'It is broken!');
  });

  test('a text that was masked otherwise stays whole', () => {
    assert.deepEqual(cutText('Mail me: ****. It is broken!', { entities, sentences }, true), [{ text: 'Mail me: ****. It is broken!' }]);
  });

  test('a sentence that ends inside of personal data keeps it whole', () => {
    const odd = [{ start: 0, end: 11, label: 'NEUTRAL' as const, score: 0 }];
    const pieces = cutText('Mail me: <EMAIL_ADDRESS>. It is broken!', { entities, sentences: odd }, true);
    assert.deepEqual(
      pieces.map(({ text }) => text),
      ['Mail me: ', '<EMAIL_ADDRESS>', '. It is broken!'],
    );
  });
});
