import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DraftFacts, isSampled, type PolicySettings, reviewVerdict, type Verdict } from './policy.ts';

const settings: PolicySettings = { negativeBelow: -0.4, urgentBelow: -0.8, minConfidence: 0.6, minGroundedness: 0.8, sampleShare: 0 };
const fine: DraftFacts = { responseId: 'r', confidence: 0.9, groundedness: 0.9, flags: [], piiTypes: [], sentiment: { label: 'NEUTRAL', score: 0 } };
const mood = (label: 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE', score: number) => ({ sentiment: { label, score } });

const table: [name: string, draft: Partial<DraftFacts>, verdict: [reasons: string, priority: Verdict['priority']] | undefined][] = [
  ['a calm, sure and grounded draft passes', {}, undefined],
  ['a draft to a delighted customer passes', mood('POSITIVE', 0.9), undefined],
  ['a draft without a known mood is judged by the rest', { sentiment: undefined }, undefined],
  ['a score just above the bound passes', mood('NEUTRAL', -0.39), undefined],
  ['a score at the bound is negative', mood('NEUTRAL', -0.4), ['negative_sentiment', 'HIGH']],
  ['the label NEGATIVE is negative whatever the score', mood('NEGATIVE', -0.1), ['negative_sentiment', 'HIGH']],
  ['very negative alone is not urgent', mood('NEGATIVE', -0.95), ['negative_sentiment', 'HIGH']],
  ['very negative with personal data is urgent', { ...mood('NEGATIVE', -0.8), piiTypes: ['EMAIL_ADDRESS'] }, ['negative_sentiment pii', 'URGENT']],
  ['very negative with a promise is urgent', { ...mood('NEGATIVE', -0.9), flags: ['promise'] }, ['negative_sentiment policy', 'URGENT']],
  ['very negative and ungrounded is urgent', { ...mood('NEGATIVE', -0.9), groundedness: 0.5 }, ['negative_sentiment ungrounded', 'URGENT']],
  ['very negative and unsure is not urgent', { ...mood('NEGATIVE', -0.9), confidence: 0.1 }, ['negative_sentiment low_confidence', 'HIGH']],
  ['confidence at the bound passes', { confidence: 0.6 }, undefined],
  ['low confidence', { confidence: 0.59 }, ['low_confidence', 'NORMAL']],
  ['groundedness at the bound passes', { groundedness: 0.8 }, undefined],
  ['low groundedness', { groundedness: 0.79 }, ['ungrounded', 'NORMAL']],
  ['the flag says it as well, once', { groundedness: 0.1, flags: ['ungrounded'] }, ['ungrounded', 'NORMAL']],
  ['hidden personal data', { piiTypes: ['PHONE_NUMBER', 'IBAN'] }, ['pii', 'NORMAL']],
  ['the flag for personal data', { flags: ['pii'] }, ['pii', 'NORMAL']],
  ['prompt injection', { flags: ['prompt_injection'] }, ['policy', 'HIGH']],
  ['toxicity', { flags: ['toxicity', 'promise'] }, ['policy', 'HIGH']],
  ['a flag that we do not know leads to a person', { flags: ['something_new'] }, ['policy', 'HIGH']],
  [
    'reasons add up in a fixed order',
    { ...mood('NEGATIVE', -0.5), confidence: 0, groundedness: 0, flags: ['toxicity'], piiTypes: ['IBAN'] },
    ['negative_sentiment policy pii ungrounded low_confidence', 'HIGH'],
  ],
];
for (const [name, draft, verdict] of table) {
  test(name, () => {
    const found = reviewVerdict({ ...fine, ...draft }, settings);
    assert.deepEqual(found && [found.reasons.join(' '), found.priority], verdict);
  });
}

test('a sampled draft without a concern has low priority; with one the sample does not lower it', () => {
  const all = { ...settings, sampleShare: 1 };
  assert.deepEqual(reviewVerdict(fine, all), { reasons: ['sample'], priority: 'LOW' });
  assert.deepEqual(reviewVerdict({ ...fine, confidence: 0 }, all), { reasons: ['low_confidence', 'sample'], priority: 'NORMAL' });
});

test('the sample is as large as asked, grows by adding only, and is the same every time', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => `response-${index}`);
  const five = ids.filter((id) => isSampled(id, 0.05));
  assert.ok(Math.abs(five.length / ids.length - 0.05) < 0.005, String(five.length));
  assert.ok(five.every((id) => isSampled(id, 0.05) && isSampled(id, 0.2)));
  assert.equal(ids.filter((id) => isSampled(id, 0)).length, 0);
  assert.equal(ids.filter((id) => isSampled(id, 1)).length, ids.length);
});
