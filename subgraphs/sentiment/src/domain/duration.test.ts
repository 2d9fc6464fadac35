import assert from 'node:assert/strict';
import { test } from 'node:test';
import { before } from './duration.ts';

for (const [moment, duration, earlier] of [
  ['2026-03-31T12:00:00Z', 'P1M', '2026-02-28T12:00:00.000Z'],
  ['2024-02-29T00:00:00Z', 'P1Y', '2023-02-28T00:00:00.000Z'],
  ['2026-03-02T09:00:00Z', 'P30D', '2026-01-31T09:00:00.000Z'],
  ['2026-03-02T09:00:00Z', 'PT15M', '2026-03-02T08:45:00.000Z'],
  ['2026-03-02T09:00:00Z', 'P1W', '2026-02-23T09:00:00.000Z'],
  ['2026-01-01T00:00:00Z', 'P1DT1H1.5S', '2025-12-30T22:59:58.500Z'],
  ['2026-03-02T09:00:00Z', 'PT0S', '2026-03-02T09:00:00.000Z'],
] as const) {
  test(`${duration} before ${moment}`, () => assert.equal(before(new Date(moment), duration)?.toISOString(), earlier));
}

for (const wrong of ['', 'P', 'PT', '30D', '-P1D', 'P1.5M', 'P101Y', 'P99999999999999999D', 'P1S']) {
  test(`"${wrong}" is no duration to go back`, () => assert.equal(before(new Date('2026-03-02T09:00:00Z'), wrong), undefined));
}
