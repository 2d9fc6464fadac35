import assert from 'node:assert/strict';
import { test } from 'node:test';
import { piecesOf } from './pieces.ts';

test('pieces hold whole words, and together they are the text', () => {
  const text = 'Dear customer,\n\n  thank you for your message.  Incomprehensibilities-without-a-space-in-them stay whole. Ende\n';
  const pieces = piecesOf(text);
  assert.equal(pieces.join(''), text);
  assert.ok(pieces.length > 3);
  for (const piece of pieces) assert.ok(piece.length <= 24 || !/\S\s+\S/.test(piece), piece);
  assert.deepEqual([piecesOf(''), piecesOf('  ')], [[], ['  ']]);
});
