import { ask, askOk, newTenant, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after as afterAll, before, test } from 'node:test';
import { startTestAnalytics, story, tell } from './facts.ts';

const FORECAST = `query($metric: Metric!, $horizon: Int!, $interval: Interval!, $filter: AnalyticsFilter, $timezone: String) {
  forecast(metric: $metric, horizon: $horizon, interval: $interval, filter: $filter, timezone: $timezone) { at value low high } }`;
const DAY = 86_400_000;
const NOON = Date.parse('2026-03-02T12:00:00.000Z');

let analytics: Awaited<ReturnType<typeof startTestAnalytics>>;
before(async () => (analytics = await startTestAnalytics()));
afterAll(() => analytics[Symbol.asyncDispose]());

const reader = (tenant: string) => viewer(tenant, ['analytics:read']);
const forecast = async (tenant: string, variables: object) =>
  (await askOk(analytics.subgraph, FORECAST, { metric: 'INTERACTIONS', horizon: 7, interval: 'DAY', ...variables }, reader(tenant))).forecast;

/** Four weeks until yesterday: three messages on a working day and one at the weekend; today (a Monday) one so far. */
async function fourWeeks(tenant: string) {
  const stories = Array.from({ length: 28 }, (_, index) => {
    const noon = NOON - (28 - index) * DAY;
    const count = [0, 6].includes(new Date(noon).getUTCDay()) ? 1 : 3;
    return Array.from({ length: count }, () => story({ receivedAt: new Date(noon).toISOString(), channel: 'CHAT' }));
  }).flat();
  await tell(analytics.parts, tenant, [...stories, story({ receivedAt: '2026-03-02T08:00:00.000Z' })]);
  await analytics.drain();
}

test('a week that was the same every time is expected again, from the day that runs on', async () => {
  const tenant = newTenant();
  await fourWeeks(tenant);
  const found = await forecast(tenant, {});
  assert.deepEqual(
    found.map(({ at, value }: any) => [at, Math.round(value)]),
    [3, 3, 3, 3, 3, 1, 1].map((value, index) => [new Date(Date.parse('2026-03-02T00:00:00.000Z') + index * DAY).toISOString(), value]),
  );
  for (const { low, value, high } of found) assert.ok(0 <= low && low <= value && value <= high);
  assert.equal((await forecast(tenant, { filter: { channel: ['CHAT'] } })).length, 7);
});

test('the days are those of the time zone, through a change of its clocks', async () => {
  const tenant = newTenant();
  await fourWeeks(tenant);
  const found = await forecast(tenant, { timezone: 'Europe/Zurich', horizon: 30 });
  assert.deepEqual([found.length, found[0].at, found.at(-1).at], [30, '2026-03-01T23:00:00.000Z', '2026-03-30T22:00:00.000Z']);
});

test('a past that is too short is said to be so, as is a horizon that is none', async () => {
  const tenant = newTenant();
  await tell(analytics.parts, tenant, [story({ receivedAt: '2026-03-01T08:00:00.000Z' })]);
  await analytics.drain();
  for (const [variables, argument] of [
    [{}, 'interval'],
    [{ horizon: 0 }, 'horizon'],
    [{ horizon: 201 }, 'horizon'],
    [{ timezone: 'Mars/Olympus' }, 'timezone'],
  ] as const) {
    const { errors } = await ask(analytics.subgraph, FORECAST, { metric: 'INTERACTIONS', horizon: 3, interval: 'DAY', ...variables }, reader(tenant));
    assert.deepEqual([errors[0]?.code, errors[0]?.extensions['argument']], ['BAD_USER_INPUT', argument]);
  }
});
