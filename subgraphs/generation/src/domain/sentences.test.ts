import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passagesOf } from './passages.ts';
import { splitSentences } from './sentences.ts';

test('splits where sentences end, not at abbreviations', () => {
  assert.deepEqual(splitSentences('Pay by card, e.g. Visa. It costs 3.50 EUR!\nNext line'), [
    'Pay by card, e.g. Visa.',
    'It costs 3.50 EUR!',
    'Next line',
  ]);
});

test('paragraphs become passages of at most four sentences, without headings and list marks', () => {
  const body = '# Heading\nOne is here. Two is here. Three is here. Four is here. Five is here.\n\n- First point of the list\n- Second';
  const passages = passagesOf({ id: 'a', tenant: 't', title: 'T', body, tags: [], updatedAt: new Date(0) });
  assert.deepEqual(
    passages.map(({ sentences }) => sentences),
    [['One is here.', 'Two is here.', 'Three is here.', 'Four is here.'], ['Five is here.'], ['First point of the list', 'Second']],
  );
});
