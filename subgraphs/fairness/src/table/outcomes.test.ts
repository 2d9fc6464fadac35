import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Column } from './column.ts';
import { readLabel, readPrediction } from './outcomes.ts';

const column = (...values: string[]): Column => ({ name: 'c', values, codes: Uint32Array.from(values, (_, code) => code) });
const prediction = (values: string[], favorable?: string, threshold = 0.5) => [
  ...readPrediction(column(...values), { favorable, threshold }).favorable,
];

describe('readPrediction', () => {
  const table: [values: string[], favorable: string | undefined, selected: number[]][] = [
    [['0', '1'], undefined, [0, 1]],
    [['1.0', '0.0'], undefined, [1, 0]],
    [['0.49', '0.5', '1e-3'], undefined, [0, 1, 0]],
    [['Yes', 'No'], undefined, [1, 0]],
    [['approved', 'somehow'], undefined, [1, 0]],
    [['DENIED'], undefined, [0]],
    [['0', '1'], '0', [1, 0]],
    [['1.0', '0.0'], '1', [1, 0]],
    [['12', '700', '3'], '700', [0, 1, 0]],
    [['a', 'b', 'c'], 'b', [0, 1, 0]],
    [['A', 'a'], 'a', [0, 1]],
  ];
  for (const [values, favorable, selected] of table) {
    it(`of ${values.join(', ')}${favorable === undefined ? '' : `, favourable ${favorable}`}`, () =>
      assert.deepEqual(prediction(values, favorable), selected));
  }

  for (const values of [['yes', 'true'], ['a'], ['yes', 'no', 'maybe'], ['-0.2', '0.4', '2'], ['NaN', '0.5']]) {
    it(`says what it found in ${values.join(', ')}`, () => assert.throws(() => prediction(values), { name: 'TableProblem' }));
  }
});

describe('readLabel', () => {
  it('takes a column in which everybody has the other label, when its word leaves no doubt', () => {
    assert.deepEqual([...readLabel(column('no'), 'yes').favorable], [0]);
    assert.throws(() => readLabel(column('1'), 'yes'), /same word/);
  });
});
