import { ask, askOk, newTenant, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after as afterAll, before, describe, it } from 'node:test';
import { after, eventsOf, minutes, revisionOf, startTestAnalytics, story, tell } from './facts.ts';

const TREND = `query($range: TimeRangeInput!, $interval: Interval!, $filter: AnalyticsFilter, $timezone: String) {
  sentimentTrend(range: $range, interval: $interval, filter: $filter, timezone: $timezone) { start count averageScore negative neutral positive } }`;
const BREAKDOWN = `query($by: Dimension!, $range: TimeRangeInput!, $filter: AnalyticsFilter, $top: Int) {
  breakdown(by: $by, range: $range, filter: $filter, top: $top) { key count averageScore negativeShare } }`;

let analytics: Awaited<ReturnType<typeof startTestAnalytics>>;
before(async () => (analytics = await startTestAnalytics()));
afterAll(() => analytics[Symbol.asyncDispose]());

const reader = (tenant: string) => viewer(tenant, ['analytics:read']);
const trend = async (tenant: string, variables: object) => (await askOk(analytics.subgraph, TREND, { ...variables }, reader(tenant))).sentimentTrend;
const refusal = async (query: string, variables: object) => (await ask(analytics.subgraph, query, { ...variables }, reader(newTenant()))).errors[0]!;

/** A tenant with one negative interaction at each of these instants. */
async function tenantWith(...times: string[]): Promise<string> {
  const tenant = newTenant();
  await tell(
    analytics.parts,
    tenant,
    times.map((receivedAt, n) => story({ receivedAt, customerId: `customer-${n}`, sentiment: { label: 'NEGATIVE', score: -0.5 } })),
  );
  await analytics.drain();
  return tenant;
}

const starts = (buckets: { start: string }[]) => buckets.map(({ start }) => start.replace('.000Z', 'Z'));
const counts = (buckets: { count: number }[]) => buckets.map(({ count }) => count);

describe('sentimentTrend', () => {
  it('has a bucket for every interval, also those without interactions', async () => {
    const tenant = await tenantWith('2026-03-02T08:10:00Z', '2026-03-02T10:59:59.999Z');
    const buckets = await trend(tenant, { range: { from: '2026-03-02T08:00:00Z', to: '2026-03-02T11:00:00Z' }, interval: 'HOUR' });
    assert.deepEqual(buckets, [
      { start: '2026-03-02T08:00:00.000Z', count: 1, averageScore: -0.5, negative: 1, neutral: 0, positive: 0 },
      { start: '2026-03-02T09:00:00.000Z', count: 0, averageScore: null, negative: 0, neutral: 0, positive: 0 },
      { start: '2026-03-02T10:00:00.000Z', count: 1, averageScore: -0.5, negative: 1, neutral: 0, positive: 0 },
    ]);
  });

  it('cuts days at local midnight where the clocks go forward: a day of 23 hours', async () => {
    // Zurich, 29 March 2026: midnight is 23:00Z, and at the day's end 22:00Z.
    const tenant = await tenantWith('2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z');
    const range = { from: '2026-03-27T23:00:00Z', to: '2026-03-30T22:00:00Z' };
    const buckets = await trend(tenant, { range, interval: 'DAY', timezone: 'Europe/Zurich' });
    assert.deepEqual(starts(buckets), ['2026-03-27T23:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z']);
    assert.deepEqual(counts(buckets), [1, 2, 1]);
  });

  it('cuts days at local midnight where the clocks go back: a day of 25 hours', async () => {
    const tenant = await tenantWith('2026-10-24T22:00:00Z', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z');
    const range = { from: '2026-10-24T22:00:00Z', to: '2026-10-26T23:00:00Z' };
    const buckets = await trend(tenant, { range, interval: 'DAY', timezone: 'Europe/Zurich' });
    assert.deepEqual(starts(buckets), ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z']);
    assert.deepEqual(counts(buckets), [2, 1]);
  });

  it('keeps the hour that happens twice as two hours, and has no bucket for the one that never happens', async () => {
    const autumn = await tenantWith('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'); // 02:30 twice
    const back = await trend(autumn, {
      range: { from: '2026-10-25T00:00:00Z', to: '2026-10-25T02:00:00Z' },
      interval: 'HOUR',
      timezone: 'Europe/Zurich',
    });
    assert.deepEqual(
      [starts(back), counts(back)],
      [
        ['2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z'],
        [1, 1],
      ],
    );
    const spring = await tenantWith('2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z'); // 01:30, then 03:30
    const forward = await trend(spring, {
      range: { from: '2026-03-29T00:00:00Z', to: '2026-03-29T02:00:00Z' },
      interval: 'HOUR',
      timezone: 'Europe/Zurich',
    });
    assert.deepEqual(
      [starts(forward), counts(forward)],
      [
        ['2026-03-29T00:00:00Z', '2026-03-29T01:00:00Z'],
        [1, 1],
      ],
    );
  });

  it('cuts hours on the clock of a zone that is half an hour off', async () => {
    const tenant = await tenantWith('2026-03-02T08:29:00Z', '2026-03-02T08:31:00Z');
    const buckets = await trend(tenant, {
      range: { from: '2026-03-02T08:00:00Z', to: '2026-03-02T09:00:00Z' },
      interval: 'HOUR',
      timezone: 'Asia/Kolkata',
    });
    assert.deepEqual(
      [starts(buckets), counts(buckets)],
      [
        ['2026-03-02T07:30:00Z', '2026-03-02T08:30:00Z'],
        [1, 1],
      ],
    );
  });

  it('begins weeks on Monday and months on the first, and counts nothing before the range', async () => {
    const tenant = await tenantWith('2026-03-02T00:00:00Z', '2026-03-04T12:00:00Z', '2026-04-01T00:00:00Z');
    const weeks = await trend(tenant, { range: { from: '2026-03-04T00:00:00Z', to: '2026-03-12T00:00:00Z' }, interval: 'WEEK' });
    assert.deepEqual(
      [starts(weeks), counts(weeks)],
      [
        ['2026-03-02T00:00:00Z', '2026-03-09T00:00:00Z'],
        [1, 0],
      ],
    );
    const months = await trend(tenant, { range: { from: '2026-02-15T00:00:00Z', to: '2026-04-02T00:00:00Z' }, interval: 'MONTH' });
    assert.deepEqual(
      [starts(months), counts(months)],
      [
        ['2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z'],
        [0, 2, 1],
      ],
    );
  });

  it('loses and doubles no interaction in any zone, whatever the interval', async () => {
    const times = Array.from({ length: 200 }, (_, n) => new Date(Date.parse('2026-03-25T00:17:00Z') + n * minutes(83)).toISOString());
    const tenant = await tenantWith(...times);
    for (const timezone of ['UTC', 'Europe/Zurich', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu']) {
      for (const interval of ['HOUR', 'DAY', 'WEEK', 'MONTH']) {
        const buckets = await trend(tenant, { range: { from: '2026-03-20T00:00:00Z', to: '2026-04-20T00:00:00Z' }, interval, timezone });
        assert.equal(
          counts(buckets).reduce((sum, count) => sum + count, 0),
          200,
          `${interval} in ${timezone}`,
        );
      }
    }
  });

  it('takes only what the filter names, of this tenant', async () => {
    const tenant = newTenant();
    await tell(analytics.parts, tenant, [
      story({ channel: 'CHAT', language: 'de' }),
      story({ channel: 'EMAIL', language: 'de', customerId: 'customer-2' }),
      story({ channel: 'PHONE', language: 'en' }),
    ]);
    await analytics.drain();
    const total = async (asked: string, filter?: object) =>
      counts(await trend(asked, { range: { from: '2026-03-02T00:00:00Z', to: '2026-03-03T00:00:00Z' }, interval: 'DAY', filter }))[0];
    assert.equal(await total(tenant), 3);
    assert.equal(await total(tenant, { channel: ['CHAT', 'EMAIL'] }), 2);
    assert.equal(await total(tenant, { language: ['de'], customerId: 'customer-2' }), 1);
    assert.equal(await total(tenant, { customerId: `x' OR 'a' = 'a` }), 0);
    assert.equal(await total(newTenant()), 0);
  });

  it('refuses zones that are none, too many buckets and an empty range, naming the argument', async () => {
    const range = { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' };
    for (const timezone of ['Mars/Olympus', '+02:00', `UTC'; DROP TABLE interactions; --`]) {
      const error = await refusal(TREND, { range, interval: 'DAY', timezone });
      assert.deepEqual([error.code, error.extensions['argument']], ['BAD_USER_INPUT', 'timezone'], timezone);
    }
    const many = await refusal(TREND, { range: { from: '2000-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }, interval: 'MINUTE' });
    assert.deepEqual([many.code, many.extensions['argument']], ['BAD_USER_INPUT', 'interval']);
    assert.match(many.message, /at most 2000/);
    assert.equal((await refusal(TREND, { range: { from: range.to, to: range.to }, interval: 'DAY' })).extensions['argument'], 'range.to');
  });

  it('answers for the years 1 and 9999', async () => {
    const tenant = await tenantWith('9999-12-31T23:00:00Z', '0001-01-01T00:00:00Z');
    const last = await trend(tenant, { range: { from: '9999-12-31T00:00:00Z', to: '9999-12-31T23:59:59Z' }, interval: 'DAY' });
    const first = await trend(tenant, { range: { from: '0001-01-01T00:00:00Z', to: '0001-01-02T00:00:00Z' }, interval: 'DAY' });
    assert.deepEqual([counts(last), counts(first)], [[1], [1]]);
  });
});

describe('breakdown', () => {
  const range = { from: '2026-03-02T00:00:00Z', to: '2026-03-03T00:00:00Z' };
  const dueAt = '2026-03-02T12:00:00.000Z';
  const tenant = newTenant();
  const by = async (dimension: string, more: object = {}) =>
    (await askOk(analytics.subgraph, BREAKDOWN, { by: dimension, range, ...more }, reader(tenant))).breakdown.map((row: any) => [
      row.key,
      row.count,
      row.averageScore,
      row.negativeShare,
    ]);

  before(async () => {
    const decision = (action: 'APPROVE' | 'REJECT', who: string) => ({ action, by: who, after: minutes(1) });
    await tell(analytics.parts, tenant, [
      story({
        sentiment: { label: 'NEGATIVE', score: -1 },
        draftedAfter: 1,
        review: { reasons: ['PII', 'SAMPLED'], dueAt, decision: decision('APPROVE', 'rita') },
      }),
      story({
        customerId: 'customer-2',
        channel: 'CHAT',
        sentiment: { label: 'POSITIVE', score: 0.5, model: 'polarity@2.0.0' },
        draftedAfter: 1,
        review: { reasons: ['PII'], dueAt, decision: decision('REJECT', 'rita') },
      }),
      story({ channel: 'CHAT', language: 'de', draftedAfter: 1, review: { reasons: ['SAMPLED'], dueAt, decision: decision('REJECT', 'ravi') } }),
    ]);
    await analytics.drain();
  });

  it('groups interactions by what they are', async () => {
    assert.deepEqual(await by('CHANNEL'), [
      ['CHAT', 2, 0.5, 0],
      ['EMAIL', 1, -1, 1],
    ]);
    assert.deepEqual(await by('LANGUAGE'), [
      ['en', 2, -0.25, 0.5],
      ['de', 1, null, null],
    ]);
    assert.deepEqual(await by('CUSTOMER'), [
      ['customer-1', 2, -1, 1],
      ['customer-2', 1, 0.5, 0],
    ]);
    assert.deepEqual(await by('LABEL'), [
      ['NEGATIVE', 1, -1, 1],
      ['POSITIVE', 1, 0.5, 0],
    ]);
    assert.deepEqual(await by('MODEL_VERSION'), [
      ['polarity@1.0.0', 1, -1, 1],
      ['polarity@2.0.0', 1, 0.5, 0],
    ]);
  });

  it('groups decisions by reviewer and reviews by reason', async () => {
    assert.deepEqual(await by('REVIEWER'), [
      ['rita', 2, -0.25, 0.5],
      ['ravi', 1, null, null],
    ]);
    assert.deepEqual(await by('REVIEW_REASON'), [
      ['PII', 2, -0.25, 0.5],
      ['SAMPLED', 2, -1, 1],
    ]);
  });

  it('takes filters and a limit', async () => {
    assert.deepEqual(await by('CHANNEL', { top: 1 }), [['CHAT', 2, 0.5, 0]]);
    assert.deepEqual(await by('REVIEWER', { filter: { language: ['de'] } }), [['ravi', 1, null, null]]);
    assert.deepEqual(await by('CUSTOMER', { filter: { channel: ['EMAIL'] } }), [['customer-1', 1, -1, 1]]);
    assert.equal((await refusal(BREAKDOWN, { by: 'CHANNEL', range, top: 0 })).extensions['argument'], 'top');
  });

  it("shows nothing of another tenant's", async () => {
    assert.deepEqual((await askOk(analytics.subgraph, BREAKDOWN, { by: 'REVIEWER', range }, reader(newTenant()))).breakdown, []);
  });

  it('by emotion and aspect: an interaction counts for each, an aspect with its own polarity', async () => {
    const own = newTenant();
    const late = { category: 'delivery', label: 'NEGATIVE' as const, score: -0.9 };
    await tell(analytics.parts, own, [
      story({
        sentiment: {
          label: 'POSITIVE',
          score: 0.5,
          emotions: ['joy', 'surprise'],
          aspects: [late, { category: 'food', label: 'POSITIVE', score: 0.75 }],
        },
      }),
      story({ sentiment: { label: 'NEGATIVE', score: -0.5, emotions: ['anger'], aspects: [late] } }),
      story({ sentiment: { label: 'NEUTRAL', score: 0 } }), // from before events carried them
    ]);
    await analytics.drain();
    const rows = async (dimension: string) =>
      (await askOk(analytics.subgraph, BREAKDOWN, { by: dimension, range }, reader(own))).breakdown.map((row: any) => Object.values(row));
    assert.deepEqual(await rows('EMOTION'), [
      ['anger', 1, -0.5, 1],
      ['joy', 1, 0.5, 0],
      ['surprise', 1, 0.5, 0],
    ]);
    assert.deepEqual(await rows('ASPECT'), [
      ['delivery', 2, -0.9, 1],
      ['food', 1, 0.75, 0],
    ]);
  });

  it('by what a later analysis says, whichever event comes first', async () => {
    const own = newTenant();
    const told = story({ sentiment: { label: 'NEGATIVE', score: -0.5, emotions: ['anger'] } });
    const later = { ...told, acceptedAt: after(told.acceptedAt, 60_000), sentiment: { label: 'POSITIVE' as const, score: 0.5, emotions: ['joy'] } };
    for (const event of [revisionOf(own, later), ...eventsOf(own, told)]) await analytics.parts.bus.publish(event);
    await analytics.drain();
    const { breakdown } = await askOk(analytics.subgraph, BREAKDOWN, { by: 'EMOTION', range }, reader(own));
    assert.deepEqual(
      breakdown.map(({ key }: any) => key),
      ['joy'],
    );
  });
});
