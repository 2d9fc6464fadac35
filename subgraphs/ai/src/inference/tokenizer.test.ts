import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTokenizer } from './tokenizer.ts';

const textOf = (words: readonly string[]) =>
  JSON.stringify({
    version: '1.0',
    pre_tokenizer: { type: 'BertPreTokenizer' },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(['[PAD]', '[UNK]', '[CLS]', '[SEP]', ...words].map((word, id) => [word, id])),
    },
  });

test('versions with the same vocabulary share one tokenizer, those with another have theirs', async () => {
  const one = loadTokenizer(textOf(['late', 'parcel']));
  assert.equal(loadTokenizer(textOf(['late', 'parcel'])), one);
  const other = loadTokenizer(textOf(['parcel', 'late']));
  assert.notEqual(other, one);
  assert.deepEqual([...(await one.encode('late parcel')).ids], [4, 5]);
  assert.deepEqual([...(await other.encode('late parcel')).ids], [5, 4]);
});

test('a text that is no tokenizer is refused each time', () => {
  for (const _ of [1, 2]) assert.throws(() => loadTokenizer('{}'));
});
