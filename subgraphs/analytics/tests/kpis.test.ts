import { toDuration } from '@customerai/service';
import { ask, askOk, newTenant, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after as afterAll, before, describe, it } from 'node:test';
import { after, eventsOf, minutes, seededRandom, startTestAnalytics, story, type Story, tell } from './facts.ts';

const KPIS = `query($range: TimeRangeInput!) { kpis(range: $range) {
  interactions uniqueCustomers averageScore negativeShare automationRate approvalRate medianResponseTime p95ResponseTime openReviews overdueReviews asOf } }`;
const march = { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' };

let analytics: Awaited<ReturnType<typeof startTestAnalytics>>;
before(async () => (analytics = await startTestAnalytics()));
afterAll(() => analytics[Symbol.asyncDispose]());

const reader = (tenant: string) => viewer(tenant, ['analytics:read']);
const kpis = async (tenant: string, range: object = march) => (await askOk(analytics.subgraph, KPIS, { range }, reader(tenant))).kpis;

describe('kpis', () => {
  it('are zero or null before the first event, as of now', async () => {
    assert.deepEqual(await kpis(newTenant()), {
      interactions: 0,
      uniqueCustomers: 0,
      averageScore: null,
      negativeShare: null,
      automationRate: null,
      approvalRate: null,
      medianResponseTime: null,
      p95ResponseTime: null,
      openReviews: 0,
      overdueReviews: 0,
      asOf: analytics.parts.clock().toISOString(),
    });
  });

  it('tell the story of three interactions', async () => {
    const tenant = newTenant();
    await tell(analytics.parts, tenant, [
      story({
        sentiment: { label: 'NEGATIVE', score: -0.75 },
        draftedAfter: 1_000,
        review: { reasons: ['NEGATIVE_SENTIMENT'], dueAt: '2026-03-02T08:30:00.000Z' },
      }),
      story({
        sentiment: { label: 'POSITIVE', score: 0.25 },
        draftedAfter: 3_000,
        review: { reasons: ['SAMPLED'], dueAt: '2026-03-02T12:00:00.000Z', decision: { action: 'EDIT', by: 'rita', after: minutes(5) } },
      }),
      story({ customerId: 'customer-2', draftedAfter: 2_000 }),
      story({ customerId: 'customer-3', receivedAt: '2026-02-28T23:59:59.999Z', sentiment: { label: 'NEGATIVE', score: -1 } }),
    ]);
    await analytics.drain();
    assert.deepEqual(await kpis(tenant), {
      interactions: 3,
      uniqueCustomers: 2,
      averageScore: -0.25,
      negativeShare: 0.5,
      automationRate: 1 / 3,
      approvalRate: 1,
      medianResponseTime: 'PT2S',
      p95ResponseTime: 'PT2.9S',
      openReviews: 1,
      overdueReviews: 1,
      asOf: '2026-03-02T08:05:03.000Z',
    });
  });

  it('count the begin of the range and not its end', async () => {
    const tenant = newTenant();
    await tell(analytics.parts, tenant, [story({ receivedAt: '2026-03-05T00:00:00.000Z' }), story({ receivedAt: '2026-03-06T00:00:00.000Z' })]);
    await analytics.drain();
    assert.equal((await kpis(tenant, { from: '2026-03-05T00:00:00Z', to: '2026-03-06T00:00:00Z' })).interactions, 1);
  });

  it('count an interaction of long ago by its own time, and its answer by the time since it was accepted', async () => {
    const tenant = newTenant();
    await tell(analytics.parts, tenant, [
      story({ receivedAt: '2019-05-01T00:00:00.000Z', acceptedAt: '2026-03-02T08:00:00.000Z', draftedAfter: 1_500 }),
    ]);
    await analytics.drain();
    const now = await kpis(tenant);
    assert.deepEqual([now.interactions, now.medianResponseTime, now.automationRate], [0, 'PT1.5S', 1]);
    assert.equal((await kpis(tenant, { from: '2019-01-01T00:00:00Z', to: '2020-01-01T00:00:00Z' })).interactions, 1);
  });

  it('leave failed drafts out, and count only the first draft of an interaction as its answer', async () => {
    const tenant = newTenant();
    const told = story({ draftedAfter: 1_000 });
    await tell(analytics.parts, tenant, [story({ draftedAfter: 500, failed: true }), told]);
    const again = eventsOf(tenant, { ...told, draftedAfter: minutes(60) }).at(-1)!;
    await analytics.parts.bus.publish({ ...again, data: { ...again.data, responseId: 'second-draft' } } as never);
    await analytics.drain();
    const { medianResponseTime, automationRate } = await kpis(tenant);
    assert.deepEqual([medianResponseTime, automationRate], ['PT1S', 1]);
  });

  it('stay the same when every event is delivered again under another id', async () => {
    const tenant = newTenant();
    const events = await tell(analytics.parts, tenant, [
      story({
        sentiment: { label: 'NEGATIVE', score: -0.5 },
        draftedAfter: 1_000,
        review: { reasons: ['PII'], dueAt: '2026-03-03T00:00:00.000Z', status: 'CLAIMED' },
      }),
    ]);
    await analytics.drain();
    const once = await kpis(tenant);
    for (const event of events) await analytics.parts.bus.publish({ ...event, id: `${event.id}-again` } as never);
    await analytics.drain();
    assert.deepEqual(await kpis(tenant), once);
    assert.equal(once.openReviews, 1);
  });

  it("show nothing of another tenant's", async () => {
    const tenant = newTenant();
    await tell(analytics.parts, tenant, [
      story({ sentiment: { label: 'POSITIVE', score: 1 }, draftedAfter: 1, review: { reasons: ['X'], dueAt: march.from.replace('Z', '.000Z') } }),
    ]);
    await analytics.drain();
    assert.equal((await kpis(tenant)).interactions, 1);
    const other = await kpis(newTenant());
    assert.deepEqual([other.interactions, other.openReviews, other.averageScore], [0, 0, null]);
  });

  for (const seed of [1, 2, 3]) {
    it(`agree with a plain count of 100 seeded random stories (seed ${seed})`, async () => {
      const tenant = newTenant();
      const stories = randomStories(seed, 100);
      await tell(analytics.parts, tenant, stories);
      await analytics.drain();
      const range = { from: '2026-03-05T00:00:00.000Z', to: '2026-03-20T00:00:00.000Z' };
      const { asOf: _, averageScore, ...counted } = await kpis(tenant, range);
      const { averageScore: expectedScore, ...expected } = plainKpis(stories, range, analytics.parts.clock().toISOString());
      assert.ok(Math.abs(averageScore - expectedScore) < 1e-9);
      assert.deepEqual(counted, expected);
    });
  }

  it('refuse a range that ends before it begins, and a viewer without the scope', async () => {
    const range = { from: march.to, to: march.from };
    const [error] = (await ask(analytics.subgraph, KPIS, { range }, reader(newTenant()))).errors;
    assert.deepEqual([error!.code, error!.extensions['argument']], ['BAD_USER_INPUT', 'range.to']);
    assert.equal((await ask(analytics.subgraph, KPIS, { range: march }, viewer('t', ['reviews:read']))).errors[0]!.code, 'FORBIDDEN');
    assert.equal((await ask(analytics.subgraph, KPIS, { range: march })).errors[0]!.code, 'UNAUTHENTICATED');
  });
});

function randomStories(seed: number, count: number): Story[] {
  const random = seededRandom(seed);
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!;
  return Array.from({ length: count }, () => {
    const receivedAt = after('2026-03-01T00:00:00.000Z', Math.floor(random() * minutes(60 * 24 * 28)));
    const label = pick(['NEGATIVE', 'NEUTRAL', 'POSITIVE'] as const);
    const reviewed = random() < 0.5;
    const decision = { action: pick(['APPROVE', 'EDIT', 'REJECT'] as const), by: pick(['rita', 'ravi']), after: Math.floor(random() * minutes(600)) };
    return story({
      customerId: `customer-${Math.floor(random() * 30)}`,
      channel: pick(['EMAIL', 'CHAT', 'PHONE'] as const),
      receivedAt,
      ...(random() < 0.9 ? { sentiment: { label, score: random() * 2 - 1 } } : {}),
      ...(random() < 0.8 ? { draftedAfter: Math.floor(random() * 10_000), failed: random() < 0.1 } : {}),
      ...(reviewed
        ? {
            review: {
              reasons: ['R'],
              dueAt: after('2026-03-01T00:00:00.000Z', Math.floor(random() * minutes(60 * 48))),
              ...(random() < 0.5 ? { status: pick(['CLAIMED', 'ESCALATED'] as const) } : {}),
              ...(random() < 0.6 ? { decision } : {}),
            },
          }
        : {}),
    });
  });
}

/** The definitions again, in plain JavaScript over the stories. */
function plainKpis(stories: readonly Story[], { from, to }: { from: string; to: string }, now: string): any {
  const inRange = (time: string) => time >= from && time < to;
  const share = (all: readonly unknown[], part: readonly unknown[]) => (all.length === 0 ? null : part.length / all.length);
  const received = stories.filter(({ receivedAt }) => inRange(receivedAt));
  const analysed = received.filter(({ sentiment }) => sentiment);
  const drafts = stories.filter(
    ({ draftedAfter, failed, acceptedAt }) => draftedAfter !== undefined && !failed && inRange(after(acceptedAt, draftedAfter)),
  );
  const reviews = stories.filter(({ draftedAfter, review }) => draftedAfter !== undefined && review);
  const decided = reviews.filter(
    ({ acceptedAt, draftedAfter, review }) => review!.decision && inRange(after(acceptedAt, draftedAfter! + review!.decision.after)),
  );
  const open = reviews.filter(({ review }) => !review!.decision);
  const times = drafts.map(({ draftedAfter }) => draftedAfter!).sort((a, b) => a - b);
  const quantile = (q: number) => {
    const place = (times.length - 1) * q;
    const low = times[Math.floor(place)]!;
    return toDuration(low + (times[Math.ceil(place)]! - low) * (place - Math.floor(place)));
  };
  return {
    interactions: received.length,
    uniqueCustomers: new Set(received.map(({ customerId }) => customerId)).size,
    averageScore: analysed.reduce((sum, { sentiment }) => sum + sentiment!.score, 0) / analysed.length,
    negativeShare: share(
      analysed,
      analysed.filter(({ sentiment }) => sentiment!.label === 'NEGATIVE'),
    ),
    automationRate: share(
      drafts,
      drafts.filter(({ review }) => !review),
    ),
    approvalRate: share(
      decided,
      decided.filter(({ review }) => review!.decision!.action !== 'REJECT'),
    ),
    medianResponseTime: quantile(0.5),
    p95ResponseTime: quantile(0.95),
    openReviews: open.length,
    overdueReviews: open.filter(({ review }) => review!.dueAt < now).length,
  };
}
