import assert from 'node:assert/strict';
import { it } from 'node:test';
import { binomial } from './binomial.ts';
import { bootstrap } from './bootstrap.ts';
import type { GroupCounts } from './counts.ts';
import { definitions } from './definitions.ts';
import { createRandom } from './random.ts';

const parity = definitions.find(({ name }) => name === 'demographic_parity_difference')!;

const decided = (group: string, selected: number, size: number): GroupCounts => ({
  group,
  truePositive: selected,
  falsePositive: 0,
  falseNegative: 0,
  trueNegative: size - selected,
  squaredError: null,
});

it('the interval covers a true difference of 0.3 in about 95 of 100 samples', () => {
  const random = createRandom(11);
  let covered = 0;
  for (let n = 0; n < 400; n += 1) {
    const groups = [decided('a', binomial(300, 0.6, random), 300), decided('b', binomial(200, 0.3, random), 200)];
    const { low, high } = bootstrap([parity], groups, 400, random)[0]!;
    if (low <= 0.3 && 0.3 <= high) covered += 1;
  }
  assert.ok(covered >= 365 && covered <= 395, `${covered} of 400`);
});

it('a group of one row never goes missing from a replicate', () => {
  const { low, high } = bootstrap([parity], [decided('a', 50, 100), decided('b', 1, 1)], 200, createRandom(3))[0]!;
  assert.ok(low > 0.3 && high < 0.7);
});

it('has no interval where hardly any replicate has the metric', () => {
  const opportunity = definitions.find(({ name }) => name === 'equal_opportunity_difference')!;
  const rare = { ...decided('a', 0, 100), falseNegative: 0 };
  assert.deepEqual(bootstrap([opportunity], [rare, decided('b', 50, 100)], 50, createRandom(3)), [undefined]);
});
