import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelOf, toVerdict } from './verdict.ts';

const model = { name: 'sentiment', version: '1.0.0', languages: ['en'] };
const at = new Date('2026-03-02T09:00:00.000Z');

for (const [negative, neutral, positive, label] of [
  [0.6, 0.3, 0.1, 'NEGATIVE'],
  [0.1, 0.3, 0.6, 'POSITIVE'],
  [0.3, 0.4, 0.3, 'NEUTRAL'],
  [0.4, 0.4, 0.2, 'NEUTRAL'],
  [0.45, 0.1, 0.45, 'NEGATIVE'],
] as const) {
  test(`${negative}, ${neutral}, ${positive} is ${label}`, () => assert.equal(labelOf({ negative, neutral, positive }), label));
}

test('the score is positive less negative, the confidence that of the label', () => {
  const { label, score, confidence } = toVerdict(
    { probabilities: { negative: 0.2, neutral: 0.1, positive: 0.7 }, emotions: [], truncated: false, model },
    'en',
    at,
  );
  assert.deepEqual({ label, score, confidence }, { label: 'POSITIVE', score: 0.5, confidence: 0.7 });
});

test('the five strongest emotions are kept', () => {
  const emotions = [0.2, 0.9, 0.4, 0.3, 0.8, 0.1].map((score) => ({ emotion: `e${score}`, score }));
  const verdict = toVerdict({ probabilities: { negative: 0, neutral: 1, positive: 0 }, emotions, truncated: false, model }, 'en', at);
  assert.deepEqual(
    verdict.emotions.map(({ score }) => score),
    [0.9, 0.8, 0.4, 0.3, 0.2],
  );
});

for (const [language, supported] of [
  ['en', true],
  ['de', false],
  ['und', undefined],
] as const) {
  test(`whether the model knows "${language}" is ${supported ?? 'open'}`, () => {
    const verdict = toVerdict({ probabilities: { negative: 0, neutral: 1, positive: 0 }, emotions: [], truncated: false, model }, language, at);
    assert.equal(verdict.languageSupported, supported);
  });
}

test('in a language that the model was not trained on, little is claimed', () => {
  const emotions = [{ emotion: 'anger', score: 0.9 }];
  const verdict = toVerdict({ probabilities: { negative: 0.2, neutral: 0.72, positive: 0.08 }, emotions, truncated: false, model }, 'de', at);
  assert.deepEqual(verdict.probabilities, { negative: 0.3, neutral: 0.43, positive: 0.27 });
  assert.deepEqual([verdict.label, verdict.confidence, verdict.score, verdict.emotions], ['NEUTRAL', 0.43, -0.03, []]);
});

test('what the model does not tell stays open; what it tells keeps its place in the text', () => {
  const said = { probabilities: { negative: 0.2, neutral: 0.7, positive: 0.1 }, truncated: false, model };
  const plain = toVerdict(said, 'en', at);
  assert.deepEqual([plain.emotions, plain.aspects, plain.intents], [[], undefined, undefined]);
  const aspects = [{ start: 4, end: 10, label: 'NEGATIVE' as const, score: 0.912_345_678 }];
  const intents = [{ set: 'intent', label: 'cancel_order', score: 0.5 }];
  const full = toVerdict({ ...said, aspects, intents }, 'en', at);
  assert.deepEqual([full.aspects, full.intents], [[{ ...aspects[0], score: 0.912_346 }], intents]);
  const abroad = toVerdict({ ...said, aspects, intents }, 'de', at);
  assert.deepEqual([abroad.aspects, abroad.intents], [[], []]);
});
