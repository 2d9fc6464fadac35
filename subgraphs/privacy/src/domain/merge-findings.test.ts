import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anonymize } from './anonymize.ts';
import type { Finding } from './finding.ts';
import { mergeFindings } from './merge-findings.ts';

const text = 'I am Ann Lee of 12 High Street, call 555-1234, London. Mail ann@lee.org now.';
const find = (part: string, type: string, recognizer = 'model', score = 0.9): Finding => {
  const start = text.indexOf(part);
  assert.ok(start >= 0, part);
  return { type, start, end: start + part.length, text: part, score, recognizer };
};
const pattern = (part: string, type: string) => find(part, type, 'pattern', 0.95);
const told = (findings: readonly Finding[]) => findings.map(({ type, text: part }) => `${type} ${part}`);

for (const [name, patterns, model, expected] of [
  [
    'findings that do not meet all stay, in text order',
    [pattern('ann@lee.org', 'EMAIL_ADDRESS')],
    [find('Ann Lee', 'PERSON'), find('London', 'LOCATION')],
    ['PERSON Ann Lee', 'LOCATION London', 'EMAIL_ADDRESS ann@lee.org'],
  ],
  [
    'of two that say the same, the pattern stays',
    [pattern('ann@lee.org', 'EMAIL_ADDRESS')],
    [find('ann@lee.org', 'USERNAME')],
    ['EMAIL_ADDRESS ann@lee.org'],
  ],
  [
    'an address around a phone number is one address',
    [pattern('555-1234', 'PHONE_NUMBER')],
    [find('12 High Street, call 555-1234, London', 'ADDRESS')],
    ['ADDRESS 12 High Street, call 555-1234, London'],
  ],
  [
    'what weighs more stays by its own name, and what is around it stays found',
    [pattern('555-1234', 'US_SSN')],
    [find('12 High Street, call 555-1234, London', 'ADDRESS')],
    ['ADDRESS 12 High Street, call', 'US_SSN 555-1234', 'ADDRESS , London'],
  ],
  ['a known first name and the family name are one', [pattern('Ann', 'PERSON')], [find('Ann Lee', 'PERSON')], ['PERSON Ann Lee']],
  [
    'a pattern that reaches into two findings of the model',
    [pattern('Lee of 12', 'US_SSN'), pattern('London', 'URL')],
    [find('Ann Lee', 'PERSON'), find('12 High Street', 'ADDRESS')],
    ['PERSON Ann', 'US_SSN Lee of 12', 'ADDRESS High Street', 'URL London'],
  ],
  ['a longer pattern stays', [pattern('12 High Street', 'URL')], [find('High', 'PERSON')], ['URL 12 High Street']],
  ['a rest without a letter is nothing', [pattern('London', 'PHONE_NUMBER')], [find('London.', 'LOCATION')], ['PHONE_NUMBER London']],
] as const) {
  test(name, () => {
    const merged = mergeFindings(text, patterns, model);
    assert.deepEqual(told(merged), expected);
    for (const [index, { start, end, text: part }] of merged.entries()) {
      assert.equal(text.slice(start, end), part);
      if (index > 0) assert.ok(start >= merged[index - 1]!.end);
    }
  });
}

test('nothing of what either found is left readable', () => {
  const merged = mergeFindings(
    text,
    [pattern('555-1234', 'US_SSN'), pattern('ann@lee.org', 'EMAIL_ADDRESS')],
    [find('Ann Lee', 'PERSON'), find('12 High Street, call 555-1234, London', 'ADDRESS')],
  );
  assert.doesNotMatch(anonymize(text, merged), /Ann|Lee|High|555|London|lee\.org/i);
});

test('random findings: nothing is lost, nothing overlaps', () => {
  let seed = 11;
  const next = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  const long = 'abcdefghij'.repeat(12);
  const some = (types: readonly string[]): Finding[] => {
    const findings: Finding[] = [];
    for (let at = next(6); at < long.length - 12; at += 1 + next(12)) {
      const end = at + 1 + next(11);
      findings.push({ type: types[next(types.length)]!, start: at, end, text: long.slice(at, end), score: 0.9, recognizer: 'r' });
      at = end;
    }
    return findings;
  };
  for (let round = 0; round < 500; round++) {
    const [patterns, model] = [some(['PHONE_NUMBER', 'US_SSN', 'URL']), some(['PERSON', 'ADDRESS', 'LOCATION'])];
    const merged = mergeFindings(long, patterns, model);
    const covered = (findings: readonly Finding[]) => [...long].map((_, at) => findings.some(({ start, end }) => start <= at && at < end));
    assert.deepEqual(covered(merged), covered([...patterns, ...model]));
    for (const [index, { start, end, text: part }] of merged.entries()) {
      assert.ok(index === 0 || start >= merged[index - 1]!.end);
      assert.equal(long.slice(start, end), part);
    }
  }
});
