import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptSubmission, type SubmissionInput } from './accept-submission.ts';

const now = new Date('2026-03-02T09:00:00.000Z');
const good: SubmissionInput = { customerId: 'c-1', channel: 'EMAIL', text: 'Where is my parcel?' };

const refusals: [part: object, argument: string, message: RegExp][] = [
  [{ text: '  ' }, 'text', /^`text` is empty/],
  [{ customerId: '' }, 'customerId', /^`customerId` is empty: give a value\.$/],
  [{ customerId: 'x'.repeat(201) }, 'customerId', /has 201 characters; at most 200/],
  [{ customerId: 'a\nb' }, 'customerId', /control or broken characters/],
  [{ externalId: ' ' }, 'externalId', /^`externalId` is empty: give a value or leave it out\.$/],
  [{ externalId: 'x'.repeat(201) }, 'externalId', /at most 200/],
  [{ customerName: 'x'.repeat(201) }, 'customerName', /at most 200/],
  [{ customerName: '\uD800' }, 'customerName', /control or broken characters/],
  [{ language: 'klingonese' }, 'language', /"klingonese" names no language/],
  [{ language: 'xx' }, 'language', /"xx" names no language/],
  [{ language: '' }, 'language', /names no language/],
  [
    { receivedAt: new Date('9999-12-31T00:00:00Z') },
    'receivedAt',
    /^`receivedAt` 9999-12-31T00:00:00\.000Z is more than 24 hours in the future: check the date\.$/,
  ],
  [{ receivedAt: new Date('2026-03-03T09:00:00.001Z') }, 'receivedAt', /more than 24 hours in the future/],
  [{ receivedAt: new Date('1989-12-31T23:59:59Z') }, 'receivedAt', /is before 1990/],
  [{ metadata: 'text' }, 'metadata', /must be a JSON object/],
  [{ metadata: [1] }, 'metadata', /must be a JSON object/],
  [{ metadata: { a: 'ü'.repeat(8_192) } }, 'metadata', /has 16,392 bytes as JSON; at most 16,384/],
];
for (const [part, argument, message] of refusals) {
  test(`refused: ${JSON.stringify(part).slice(0, 60)}`, () => {
    const answer = acceptSubmission({ ...good, ...part }, now);
    assert.ok('problem' in answer);
    assert.equal(answer.problem.argument, argument);
    assert.match(answer.problem.message, message);
  });
}

test('what is left out or null gets its default', () => {
  const answer = acceptSubmission({ ...good, externalId: null, customerName: null, language: null, receivedAt: null, metadata: null }, now);
  assert.ok('submission' in answer);
  assert.deepEqual(JSON.parse(JSON.stringify(answer.submission)), { ...good, receivedAt: now.toISOString() });
});

for (const [tag, language] of [
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['eng', 'en'],
  ['zh-Hant-TW', 'zh'],
  ['und', 'und'],
  ['gsw', 'gsw'],
] as const) {
  test(`the language of ${tag} is ${language}`, () => {
    const answer = acceptSubmission({ ...good, language: tag }, now);
    assert.equal('submission' in answer && answer.submission.language, language);
  });
}

test('the edges are accepted', () => {
  for (const part of [
    { receivedAt: new Date('2026-03-03T09:00:00Z') },
    { receivedAt: new Date('1990-01-01T00:00:00Z') },
    { externalId: 'x'.repeat(200) },
    { metadata: {} },
  ]) {
    assert.ok('submission' in acceptSubmission({ ...good, ...part }, now), JSON.stringify(part));
  }
});
