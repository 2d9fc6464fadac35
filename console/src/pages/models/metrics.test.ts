import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMetrics } from './metrics.ts';

test('figures are read with their intervals, and what is no figure is left out', () => {
  const figures = readMetrics({ 'set.accuracy': { value: 0.8, low: 0.7, high: 0.9, n: 100 }, loss: 0.2, note: 'hand-made', 'x.y': { value: 'n/a' } });
  assert.deepEqual(figures, [
    { set: 'set', figure: 'accuracy', value: 0.8, low: 0.7, high: 0.9, n: 100 },
    { set: '', figure: 'loss', value: 0.2 },
  ]);
  assert.deepEqual(readMetrics(null), []);
});
