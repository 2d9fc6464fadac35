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
    [pattern('ann@lee.org', 'EMAIL')],
    [find('Ann Lee', 'PERSON'), find('London', 'LOCATION')],
    ['PERSON Ann Lee', 'LOCATION London', 'EMAIL ann@lee.org'],
  ],
  ['of two that say the same, the pattern stays', [pattern('ann@lee.org', 'EMAIL')], [find('ann@lee.org', 'USERNAME')], ['EMAIL ann@lee.org']],
  [
    'what an address has around a phone number stays hidden',
    [pattern('555-1234', 'PHONE')],
    [find('12 High Street, call 555-1234, London', 'ADDRESS')],
    ['ADDRESS 12 High Street, call', 'PHONE 555-1234', 'ADDRESS , London'],
  ],
  ['a known first name takes the family name along', [pattern('Ann', 'PERSON')], [find('Ann Lee', 'PERSON')], ['PERSON Ann Lee']],
  [
    'a pattern that reaches into two findings of the model',
    [pattern('Lee of 12', 'ODD')],
    [find('Ann Lee', 'PERSON'), find('12 High Street', 'ADDRESS')],
    ['PERSON Ann', 'ODD Lee of 12', 'ADDRESS High Street'],
  ],
  ['a rest without a letter is nothing', [pattern('London', 'LOCATION')], [find('London.', 'LOCATION')], ['LOCATION London']],
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
    [pattern('555-1234', 'PHONE'), pattern('ann@lee.org', 'EMAIL')],
    [find('Ann Lee', 'PERSON'), find('12 High Street, call 555-1234, London', 'ADDRESS')],
  );
  assert.doesNotMatch(anonymize(text, merged), /Ann|Lee|High|555|London|lee\.org/i);
});
