import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toClassification, UnusableAnswer } from './classification.ts';

const labels = { sentiments: ['negative', 'neutral', 'positive'], emotions: ['anger', 'joy', 'fear'], thresholds: [0.5, 0.1, 0.2] };
const row = (sentiment: number[], emotion: number[]) => ({ sentiment: Float32Array.from(sentiment), emotion: Float32Array.from(emotion) });

test('columns get their names, in whatever order the model has them', () => {
  const { probabilities } = toClassification(row([0.75, 0.25, 0], [0, 0, 0]), { ...labels, sentiments: ['positive', 'negative', 'neutral'] });
  assert.deepEqual(probabilities, { negative: 0.25, neutral: 0, positive: 0.75 });
});

test('an emotion counts from its own threshold on, the strongest first', () => {
  const { emotions } = toClassification(row([1, 0, 0], [0.375, 0.25, 0.5]), labels);
  assert.deepEqual(emotions, [
    { emotion: 'fear', score: 0.5 },
    { emotion: 'joy', score: 0.25 },
  ]);
});

for (const [name, sentiment, emotion] of [
  ['NaN', [Number.NaN, 0, 1], [0, 0, 0]],
  ['an infinite value', [0, 0, 1], [Number.POSITIVE_INFINITY, 0, 0]],
  ['a negative value', [-0.1, 0, 1], [0, 0, 0]],
  ['a missing column', [0, 1], [0, 0, 0]],
] as const) {
  test(`${name} is no answer`, () => assert.throws(() => toClassification(row([...sentiment], [...emotion]), labels), UnusableAnswer));
}
