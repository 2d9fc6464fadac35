import { ask, askOk, newTenant, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after as afterAll, before, describe, it } from 'node:test';
import type { AnyFact } from '../src/domain/facts.ts';
import type { Metric } from '../src/domain/reports.ts';
import { openDuckdbWarehouse } from '../src/store/duckdb-warehouse.ts';
import type { Warehouse } from '../src/store/warehouse.ts';
import { minutes, startTestAnalytics, type Story, story, tell } from './facts.ts';

const ANOMALIES = `query($metric: Metric!, $range: TimeRangeInput!, $interval: Interval!, $filter: AnalyticsFilter, $timezone: String) {
  anomalies(metric: $metric, range: $range, interval: $interval, filter: $filter, timezone: $timezone) { at value expected low high severity } }`;
const DAY = 24 * 60;
const day = (number: number, minute = 0) => new Date(Date.parse('2026-03-01T12:00:00Z') + minutes(number * DAY + minute)).toISOString();

describe('anomalies through the door', () => {
  let analytics: Awaited<ReturnType<typeof startTestAnalytics>>;
  const reader = (tenant: string) => viewer(tenant, ['analytics:read']);
  const asked = { metric: 'INTERACTIONS', range: { from: day(14), to: day(20) }, interval: 'DAY' };
  const find = async (tenant: string, over: object = {}) =>
    (await askOk(analytics.subgraph, ANOMALIES, { ...asked, ...over }, reader(tenant))).anomalies as Record<string, any>[];
  let tenant: string;

  before(async () => {
    analytics = await startTestAnalytics();
    tenant = newTenant();
    // Twenty days of four messages by e-mail, one of them negative; on the seventeenth there are thirty negative ones by telephone more.
    const stories: Partial<Story>[] = [];
    for (let number = 0; number < 20; number++) {
      for (let n = 0; n < 4; n++)
        stories.push({ receivedAt: day(number, n), sentiment: n === 0 ? { label: 'NEGATIVE', score: -0.6 } : { label: 'NEUTRAL', score: 0 } });
      for (let n = 0; n < (number === 17 ? 30 : 0); n++)
        stories.push({ receivedAt: day(number, 10 + n), channel: 'PHONE', sentiment: { label: 'NEGATIVE', score: -0.9 } });
    }
    await tell(analytics.parts, tenant, stories.map(story));
    await analytics.drain();
  });
  afterAll(() => analytics[Symbol.asyncDispose]());

  it('a day unlike the days before it is found, with what was usual', async () => {
    const [found, ...more] = await find(tenant);
    assert.deepEqual(more, []);
    const { severity, ...rest } = found!;
    assert.deepEqual(rest, { at: '2026-03-18T00:00:00.000Z', value: 34, expected: 4, low: 0, high: 11 });
    assert.equal(severity, 15);
    const share = (await find(tenant, { metric: 'NEGATIVE_SHARE' }))[0]!;
    assert.deepEqual([share['at'], share['expected']], [found!['at'], 0.25]);
  });

  it('filters and the time zone count', async () => {
    assert.deepEqual(await find(tenant, { filter: { channel: ['EMAIL'] } }), []);
    const [found] = await find(tenant, { timezone: 'Pacific/Auckland' });
    assert.equal(found!['at'], '2026-03-18T11:00:00.000Z');
  });

  it('another tenant has none, and what cannot be counted is refused', async () => {
    assert.deepEqual(await find(newTenant()), []);
    for (const [over, argument] of [
      [{ timezone: 'Nowhere' }, 'timezone'],
      [{ interval: 'MINUTE' }, 'interval'],
      [{ range: { from: day(2), to: day(1) } }, 'range.to'],
    ] as const) {
      const { errors } = await ask(analytics.subgraph, ANOMALIES, { ...asked, ...over }, reader(tenant));
      assert.deepEqual([errors[0]!.code, errors[0]!.extensions['argument']], ['BAD_USER_INPUT', argument]);
    }
  });
});

describe('the series of each metric', () => {
  let warehouse: Warehouse;
  before(async () => {
    warehouse = await openDuckdbWarehouse({ path: ':memory:', threads: 1, memory: '256MB' });
    const tenant = 't';
    const keys = (number: number) => ({ tenant, interactionId: `i${number}`, customerId: 'c', channel: 'EMAIL' });
    const facts: AnyFact[] = [0, 1, 2, 3].flatMap((number): AnyFact[] => {
      const on = number < 2 ? 0 : 1; // two messages a day
      const label = number === 3 ? 'NEGATIVE' : 'POSITIVE';
      const at = { eventTime: day(on) };
      return [
        { ...keys(number), ...at, kind: 'interactions', language: 'en', receivedAt: day(on) },
        {
          ...keys(number),
          ...at,
          kind: 'analyses',
          receivedAt: day(on),
          analyzedAt: day(on),
          label,
          score: number / 10,
          model: 'm@1',
          emotions: [],
          aspects: [],
        },
        { ...keys(number), kind: 'responses', eventTime: day(on, 1 + number), responseId: `r${number}`, generatedAt: day(on), status: 'DRAFT' },
        { ...keys(number), ...at, kind: 'reviews', reviewItemId: `v${number}`, responseId: `r${number}`, reasons: ['pii'], openedAt: day(on) },
        ...(number === 3
          ? []
          : [
              {
                ...keys(number),
                ...at,
                kind: 'reviewDecisions' as const,
                eventId: `e${number}`,
                reviewItemId: `v${number}`,
                action: number === 1 ? 'REJECT' : 'APPROVE',
                decidedBy: 'u',
                decidedAt: day(number === 0 ? 0 : 1, 10),
              },
            ]),
      ];
    });
    await warehouse.record(facts);
  });
  afterAll(() => warehouse[Symbol.asyncDispose]());

  const hour = 3_600_000;
  const expected: Record<Metric, [value: number | null, count: number][]> = {
    INTERACTIONS: [
      [2, 2],
      [2, 2],
      [0, 0],
    ],
    AVERAGE_SCORE: [
      [0.05, 2],
      [0.25, 2],
      [null, 0],
    ],
    NEGATIVE_SHARE: [
      [0, 2],
      [0.5, 2],
      [null, 0],
    ],
    RESPONSE_TIME: [
      [90_000, 2],
      [210_000, 2],
      [null, 0],
    ],
    REVIEW_TIME: [
      [600_000, 1],
      [(24 * hour + 2 * 600_000) / 2, 2],
      [null, 0],
    ],
    APPROVAL_RATE: [
      [1, 1],
      [0.5, 2],
      [null, 0],
    ],
    OPEN_REVIEWS: [
      [1, 1],
      [1, 1],
      [1, 1],
    ],
  };
  for (const [metric, points] of Object.entries(expected) as [Metric, (typeof expected)[Metric]][]) {
    it(metric, async () => {
      const query = { metric, range: { from: new Date(day(0)), to: new Date(day(3)) }, interval: 'DAY' as const, timezone: 'UTC', filter: {} };
      const series = await warehouse.series('t', {
        ...query,
        range: { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-03-04T00:00:00Z') },
      });
      assert.deepEqual(
        series.map(({ value, count }) => [value === null ? null : Number(value.toFixed(6)), count]),
        points,
      );
      assert.deepEqual(
        series.map(({ phase }) => phase),
        [6, 0, 1],
      );
      assert.deepEqual(
        (await warehouse.series('another', query)).filter(({ value, count }) => value || count),
        [],
      );
    });
  }
});
