import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seededRandom } from '../../tests/facts.ts';
import { forecast } from './forecast.ts';

/** Airline passengers in thousands, monthly from January 1949 (Box and Jenkins, Time Series Analysis, 1976, series G). */
const AIRLINE = [
  112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140, 145, 150, 178, 163, 172,
  178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211,
  180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317,
  313, 318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505,
  404, 359, 310, 337, 360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432,
];
const days = (count: number) => Array.from({ length: count }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index)));
const meanError = (found: readonly { value: number }[], real: readonly number[]) =>
  found.reduce((sum, { value }, index) => sum + Math.abs(value - real[index]!), 0) / found.length;
/** About normal, by the sum of twelve. */
const noise = (random: () => number) => Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, 0) - 6;

describe('a forecast', () => {
  it('goes on with the airline passengers better than the year before did', () => {
    const [past, real] = [AIRLINE.slice(0, 132), AIRLINE.slice(132)];
    const found = forecast('INTERACTIONS', 'MONTH', past, days(12))!;
    const naive = meanError(
      past.slice(-12).map((value) => ({ value })),
      real,
    );
    assert.ok(meanError(found, real) < 0.6 * naive, `${meanError(found, real)} against ${naive}`);
    assert.ok(real.filter((value, index) => value >= found[index]!.low && value <= found[index]!.high).length >= 10);
  });

  it('goes on with a week exactly that was the same every week, with no doubt', () => {
    const week = [40, 42, 38, 41, 39, 12, 9];
    const found = forecast(
      'INTERACTIONS',
      'DAY',
      Array.from({ length: 56 }, (_, index) => week[index % 7]!),
      days(10),
    )!;
    assert.deepEqual(
      found.map(({ value, low, high }) => [value, low, high].map(Math.round)),
      Array.from({ length: 10 }, (_, index) => Array(3).fill(week[index % 7])),
    );
  });

  it('holds nine of ten later values in its band, and widens it the further it looks', () => {
    const random = seededRandom(7);
    let [inside, all] = [0, 0];
    for (let series = 0; series < 40; series++) {
      let level = 100;
      const made = Array.from({ length: 98 }, (_, index) =>
        Math.max(0, (level += 2 * noise(random)) + 20 * Math.sin((index * 2 * Math.PI) / 7) + 5 * noise(random)),
      );
      const found = forecast('INTERACTIONS', 'DAY', made.slice(0, 84), days(14))!;
      made.slice(84).forEach((value, index) => {
        all++;
        if (value >= found[index]!.low && value <= found[index]!.high) inside++;
      });
      const widths = found.map(({ low, high }) => Math.round((high - low) * 1e6));
      assert.deepEqual(
        widths,
        widths.toSorted((a, b) => a - b),
      );
    }
    const share = inside / all;
    assert.ok(share > 0.8 && share < 0.98, String(share));
  });

  it('stays where its metric can be', () => {
    const random = seededRandom(3);
    const shares = Array.from({ length: 40 }, () => Math.min(1, 0.9 + random() / 5));
    for (const { value, low, high } of forecast('NEGATIVE_SHARE', 'DAY', shares, days(20))!)
      assert.ok(low >= 0 && value <= 1 && high <= 1 && low <= value && value <= high);
    for (const { low } of forecast(
      'INTERACTIONS',
      'DAY',
      Array.from({ length: 40 }, (_, index) => Math.max(1, 40 - index)),
      days(20),
    )!)
      assert.ok(low >= 0);
  });

  it('takes what was not seen as it was expected', () => {
    const gaps = Array.from({ length: 60 }, (_, index) => (index % 5 === 3 ? null : 0.25));
    for (const { value } of forecast('AVERAGE_SCORE', 'DAY', gaps, days(5))!) assert.ok(Math.abs(value - 0.25) < 1e-9);
  });

  it('is none where the past is too short, or the last of it is silent', () => {
    assert.equal(forecast('INTERACTIONS', 'DAY', [...Array(100).fill(0), ...Array(11).fill(5)], days(3)), undefined);
    assert.equal(forecast('INTERACTIONS', 'DAY', [], days(3)), undefined);
    assert.equal(forecast('AVERAGE_SCORE', 'DAY', [...Array(20).fill(0.5), ...Array(30).fill(null)], days(3)), undefined);
    assert.ok(forecast('INTERACTIONS', 'DAY', Array(12).fill(5), days(3)));
  });
});
