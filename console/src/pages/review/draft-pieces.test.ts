import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cutDraft } from './draft-pieces.ts';

describe('drafts and their citations', () => {
  test('a quote marks its place, the words around it stay unmarked', () => {
    assert.deepEqual(cutDraft('Hello.\n\nReturns take 30 days. Bye.', ['Returns take 30 days.']), [
      { text: 'Hello.\n\n' },
      { text: 'Returns take 30 days.', citation: 0 },
      { text: ' Bye.' },
    ]);
  });

  test('a quote that was shortened is found by its sentences', () => {
    const pieces = cutDraft('We refund at once. Call us!', ['We refund at once. The bank needs three days. Call us!']);
    assert.deepEqual(
      pieces.filter(({ citation }) => citation === 0).map(({ text }) => text),
      ['We refund at once.', 'Call us!'],
    );
  });

  test('two citations of the same words mark them once, and nothing is lost', () => {
    const draft = 'One. Two.';
    const pieces = cutDraft(draft, ['One.', 'One.', 'Nowhere.']);
    assert.equal(pieces.map(({ text }) => text).join(''), draft);
    assert.deepEqual(pieces[0], { text: 'One.', citation: 0 });
  });
});
