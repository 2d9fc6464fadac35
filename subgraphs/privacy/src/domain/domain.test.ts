import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anonymize, mask } from './anonymize.ts';
import { detect } from './detect.ts';
import { entityTypes } from './entity-types.ts';
import type { Finding } from './finding.ts';
import { resolveOverlaps } from './resolve-overlaps.ts';
import { riskScore } from './risk-score.ts';

const finding = (type: string, start: number, end: number, score: number): Finding => ({
  type,
  start,
  end,
  score,
  text: 'x'.repeat(end - start),
  recognizer: 'test',
});

test('of overlapping findings the surest stays, then the longest', () => {
  const kept = resolveOverlaps([
    finding('A', 0, 5, 0.6),
    finding('B', 3, 9, 0.9),
    finding('C', 9, 12, 0.6),
    finding('D', 9, 14, 0.6),
    finding('E', 20, 21, 0.1),
  ]);
  assert.deepEqual(
    kept.map(({ type }) => type),
    ['B', 'D', 'E'],
  );
});

test('twenty thousand overlapping findings are resolved', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => finding('A', index, index + 3, (index % 7) / 7));
  const kept = resolveOverlaps(many);
  for (const [index, { start }] of kept.entries()) if (index > 0) assert.ok(start >= kept[index - 1]!.end);
});

test('a recogniser that throws fails the detection', () => {
  const broken = { name: 'broken', types: ['X'], languages: ['*'], find: () => assert.fail('broken') };
  assert.throws(() => detect('a text', { language: 'en', names: [], minScore: 0 }, [broken]));
});

test('a mask keeps the end and the shape, never more than half', () => {
  assert.equal(mask('4111 1111 1111 1234', 4, '*'), '**** **** **** 1234');
  assert.equal(mask('a@b.co', 4, '#'), '#@#.co');
  assert.equal(mask('12', 0, '*'), '**');
});

test('every operator treats its type', () => {
  const text = 'ab cd ef gh';
  const findings = [finding('A', 0, 2, 1), finding('B', 3, 5, 1), finding('C', 6, 8, 1), finding('D', 9, 11, 1)];
  const operators = { A: { kind: 'REPLACE' }, B: { kind: 'REPLACE', value: '$&' }, C: { kind: 'REDACT' }, D: { kind: 'KEEP' } } as const;
  assert.equal(
    anonymize(text, findings, (type) => operators[type as 'A']),
    '<A> $&  xx',
  );
});

test('risk grows with types, not with repetition', () => {
  assert.equal(riskScore([]), 0);
  const one = riskScore([finding('EMAIL_ADDRESS', 0, 1, 1)]);
  assert.equal(one, 0.5);
  assert.equal(riskScore([finding('EMAIL_ADDRESS', 0, 1, 1), finding('EMAIL_ADDRESS', 2, 3, 0.9)]), one);
  assert.ok(riskScore([finding('EMAIL_ADDRESS', 0, 1, 1), finding('CREDIT_CARD', 2, 3, 1)]) > 0.9);
});

test('every type is described and has a recogniser', () => {
  for (const { type, description, recognizers } of entityTypes) assert.ok(description && recognizers.length > 0, type);
});
