import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { binomial } from './binomial.ts';
import { createRandom } from './random.ts';

describe('binomial', () => {
  it('has certain outcomes for certain chances', () => {
    const random = createRandom(1);
    assert.deepEqual([binomial(0, 0.5, random), binomial(9, 0, random), binomial(9, 1, random)], [0, 0, 9]);
  });

  // Both algorithms and the mirror image; 20,000 draws put the mean within 5 standard errors.
  for (const [n, p] of [
    [5, 0.3],
    [40, 0.1],
    [30, 0.5],
    [100, 0.3],
    [1_000, 0.9],
    [1_000_000, 0.001],
    [500_000, 0.4],
  ] as const) {
    it(`has mean and variance of ${n} trials of chance ${p}`, () => {
      const random = createRandom(n);
      const draws = Array.from({ length: 20_000 }, () => binomial(n, p, random));
      const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
      const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
      const expected = n * p * (1 - p);
      assert.ok(Math.abs(mean - n * p) < 5 * Math.sqrt(expected / draws.length), `mean ${mean}`);
      assert.ok(Math.abs(variance / expected - 1) < 0.06, `variance ${variance}, not ${expected}`);
      assert.ok(draws.every((draw) => Number.isInteger(draw) && draw >= 0 && draw <= n));
    });
  }

  it('draws each count as often as its chance says', () => {
    const [n, p, times] = [24, 0.45, 40_000];
    const random = createRandom(5);
    const seen = Array.from({ length: n + 1 }, () => 0);
    for (let draw = 0; draw < times; draw += 1) seen[binomial(n, p, random)]! += 1;
    let chance = (1 - p) ** n;
    let statistic = 0;
    let cells = 0;
    for (let k = 0; k <= n; k += 1) {
      if (chance * times >= 5) {
        statistic += (seen[k]! - chance * times) ** 2 / (chance * times);
        cells += 1;
      }
      chance *= ((n - k) / (k + 1)) * (p / (1 - p));
    }
    // Far out in the chi-square distribution of `cells - 1` degrees of freedom: its mean and five standard deviations.
    assert.ok(statistic < cells - 1 + 5 * Math.sqrt(2 * (cells - 1)), `${statistic} over ${cells} cells`);
  });
});
