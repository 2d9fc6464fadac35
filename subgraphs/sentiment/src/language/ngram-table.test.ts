import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readNgramDatabase } from './ngram-table.ts';

const file = new URL('../ngrams/extrasmall.js', import.meta.resolve('eld/extrasmall'));

test('the packed database says of every ngram and language what the library says', async () => {
  const { ngramsData } = (await import(file.href)) as { ngramsData: { type: string; languages: object; ngrams: Record<string, object> } };
  const { type, languages, ngrams } = readNgramDatabase(readFileSync(file, 'utf8'));
  assert.equal(type, ngramsData.type);
  assert.deepEqual(languages, ngramsData.languages);
  assert.equal(ngrams.size, Object.keys(ngramsData.ngrams).length);
  for (const [ngram, scores] of Object.entries(ngramsData.ngrams)) assert.deepEqual(ngrams.scoresOf(ngram), scores);
  assert.equal(ngrams.scoresOf('no such ngram'), undefined);
});

test('a database of another form is refused', () => assert.throws(() => readNgramDatabase('export const ngramsData = []'), /form that is not known/));
