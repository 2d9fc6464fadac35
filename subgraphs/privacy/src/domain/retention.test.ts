import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRule, cutoffOf, cutoffsOf } from './retention.ts';

const now = new Date('2026-03-31T09:30:00.000Z');

for (const [keepFor, before] of [
  ['P30D', '2026-03-01T09:30:00.000Z'],
  ['P2W', '2026-03-17T09:30:00.000Z'],
  ['P1M', '2026-02-28T09:30:00.000Z'],
  ['P13M', '2025-02-28T09:30:00.000Z'],
  ['P1Y', '2025-03-31T09:30:00.000Z'],
  ['P2Y1M', '2024-02-29T09:30:00.000Z'],
  ['P1Y6M10D', '2024-09-20T09:30:00.000Z'],
  ['P1D', '2026-03-30T09:30:00.000Z'],
  ['P', undefined],
  ['PT24H', undefined],
  ['P1DT1H', undefined],
  ['P1.5D', undefined],
  ['-P1D', undefined],
  ['P1D1Y', undefined],
] as const)
  test(`what is kept for ${keepFor} on ${now.toISOString().slice(0, 10)} is ${before ? `from ${before} on` : 'no such thing'}`, () =>
    assert.equal(cutoffOf(keepFor, now)?.toISOString(), before));

for (const [data, keepFor, argument] of [
  ['interactions', 'P7D', undefined],
  ['analytics', 'P9999Y', undefined],
  ['interactions', 'P6D', 'keepFor'],
  ['drafts', 'P0D', 'keepFor'],
  ['drafts', 'PT720H', 'keepFor'],
  ['consents', 'P1Y', 'data'],
  ['toString', 'P1Y', 'data'],
] as const)
  test(`${keepFor} of ${data} is ${argument ? `refused for ${argument}` : 'taken'}`, () =>
    assert.equal(checkRule({ data, keepFor }, now)?.argument, argument));

for (const [name, rules, expected] of [
  ['nothing is removed without a rule', {}, {}],
  ['figures stand for themselves', { analytics: 'P1M' }, { analytics: '2026-02-28' }],
  ['what hangs on messages goes with them', { interactions: 'P30D' }, { interactions: '2026-03-01', drafts: '2026-03-01', reviews: '2026-03-01' }],
  ['review items go with drafts', { drafts: 'P2W' }, { drafts: '2026-03-17', reviews: '2026-03-17' }],
  ['review items may go before', { reviews: 'P2W' }, { reviews: '2026-03-17' }],
  [
    'the strictest rule holds, whatever the order of months and days',
    { interactions: 'P31D', drafts: 'P1Y', reviews: 'P1M', analytics: 'P2Y' },
    { interactions: '2026-02-28', drafts: '2026-02-28', reviews: '2026-02-28', analytics: '2024-03-31' },
  ],
  [
    'a shorter rule of its own holds',
    { interactions: 'P1Y', drafts: 'P30D', reviews: 'P7D' },
    { interactions: '2025-03-31', drafts: '2026-03-01', reviews: '2026-03-24' },
  ],
] as [string, Record<string, string>, Record<string, string>][])
  test(name, () => {
    const given = Object.entries(rules).map(([data, keepFor]) => ({ data: data as 'drafts', keepFor }));
    const cutoffs = cutoffsOf(given, now).map(({ data, before }) => [data, before.toISOString().slice(0, 10)]);
    assert.deepEqual(Object.fromEntries(cutoffs), expected);
  });
