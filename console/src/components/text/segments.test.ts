import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutAt, moveToRedacted } from './segments.ts';

test('a text is cut at its spans, and nothing of it is lost', () => {
  const text = 'One. Two! Three?';
  const pieces = cutAt(text, [
    { start: 5, end: 9, name: 'two' },
    { start: 0, end: 4, name: 'one' },
    { start: 3, end: 7, name: 'overlaps' },
    { start: 10, end: 99, name: 'outside' },
  ]);
  assert.equal(pieces.map((piece) => piece.text).join(''), text);
  assert.deepEqual(
    pieces.map((piece) => piece.span?.name),
    ['one', undefined, 'two', undefined],
  );
});

test('sentences keep their places when personal data before, in and after them is hidden', () => {
  const text = 'I am Mara. Mail a@b.co or x@y.org now. Thanks.';
  const findings = ['Mara', 'a@b.co', 'x@y.org'].map((part, index) => ({
    start: text.indexOf(part),
    end: text.indexOf(part) + part.length,
    type: index === 0 ? 'PERSON' : 'EMAIL_ADDRESS',
  }));
  const redacted = 'I am <PERSON>. Mail <EMAIL_ADDRESS> or <EMAIL_ADDRESS> now. Thanks.';
  const sentences = ['I am Mara.', 'Mail a@b.co or x@y.org now.', 'Thanks.'].map((part) => ({
    start: text.indexOf(part),
    end: text.indexOf(part) + part.length,
  }));
  const moved = moveToRedacted(sentences, findings, redacted)!;
  assert.deepEqual(
    moved.map(({ start, end }) => redacted.slice(start, end)),
    ['I am <PERSON>.', 'Mail <EMAIL_ADDRESS> or <EMAIL_ADDRESS> now.', 'Thanks.'],
  );
});

test('a border inside of a finding moves to the border of its mark', () => {
  const text = 'at www.a.b. Next.';
  const moved = moveToRedacted(
    [
      { start: 0, end: 9 },
      { start: 9, end: 11 },
    ],
    [{ start: 3, end: 10, type: 'URL' }],
    'at <URL>. Next.',
  )!;
  assert.deepEqual(moved, [
    { start: 0, end: 8 },
    { start: 3, end: 9 },
  ]);
  assert.equal(text.length, 17);
});

test('findings that do not fit the redacted text move nothing', () => {
  assert.equal(moveToRedacted([{ start: 0, end: 2 }], [{ start: 0, end: 2, type: 'URL' }], 'no mark here'), null);
});
