import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chiSquare, holm } from './chi-square.ts';

const near = (actual: number, expected: number, within: number) => assert.ok(Math.abs(actual - expected) < within, `${actual}, not ${expected}`);

describe('chiSquare', () => {
  it('meets the tables: 3.841 at one and 5.991 at two degrees of freedom are the five percent', () => {
    const one = chiSquare([
      [40, 100],
      [60, 100],
    ])!;
    near(one.statistic, 8, 1e-9);
    near(one.pValue, 0.004677735, 1e-8);
    // Expected 20 of 50 in each of three groups; 2 * (5² / 20) + 2 * (5² / 30) = 4.1667, and P(X > x) is exp(-x / 2) for two degrees of freedom.
    const three = chiSquare([
      [15, 50],
      [20, 50],
      [25, 50],
    ])!;
    near(three.statistic, 25 / 6, 1e-9);
    near(three.pValue, Math.exp(-25 / 12), 1e-9);
  });

  it('does not hold for small expected counts, one group or a rate that all or none have', () => {
    for (const groups of [
      [
        [1, 5],
        [2, 5],
      ],
      [[40, 100]],
      [
        [0, 100],
        [0, 100],
      ],
      [
        [100, 100],
        [50, 50],
      ],
    ] as [number, number][][]) {
      assert.equal(chiSquare(groups), undefined);
    }
  });
});

it('holm multiplies the smallest by their number, the next by one less, and never lets order be lost', () => {
  assert.deepEqual(
    holm([0.01, 0.04, 0.03]).map((value) => Number(value.toFixed(12))),
    [0.03, 0.06, 0.06],
  );
  assert.deepEqual(holm([0.9, 0.8]), [1, 1]);
  assert.deepEqual(holm([]), []);
});
