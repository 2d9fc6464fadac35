import { ask, askOk } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CLAIM, CLAIM_NEXT, KINDS, lead, newTenant, openReview, QUEUE, reviewer, type ReviewFixture, SNOOZE } from './review-fixture.ts';

const HOUR = 3_600_000;

let fixture: ReviewFixture;
before(async () => void (fixture = await openReview()));
after(() => fixture[Symbol.asyncDispose]());

const ok = (query: string, variables: object, asker: ReturnType<typeof reviewer>) => askOk(fixture.service.subgraph, query, { ...variables }, asker);
const fault = async (query: string, variables: object, asker: ReturnType<typeof reviewer>) =>
  (await ask(fixture.service.subgraph, query, { ...variables }, asker)).errors[0]!;
const inHours = (hours: number) => new Date(fixture.parts.clock().getTime() + hours * HOUR).toISOString();
const queued = async (tenant: string, filter?: object): Promise<string[]> =>
  (await ok(QUEUE, { filter }, reviewer(tenant))).reviewQueue.edges.map(({ node }: any) => node.id);

test('an item that is put off leaves the queue and comes back by itself, and both are told', async () => {
  const tenant = newTenant();
  const { id } = await fixture.item(tenant, KINDS.URGENT);
  const other = await fixture.item(tenant, KINDS.NORMAL);
  await ok(CLAIM, { id }, reviewer(tenant));
  const until = inHours(3);
  const { snoozeReview } = await ok(SNOOZE, { id, until }, reviewer(tenant));
  assert.deepEqual([snoozeReview.status, snoozeReview.assignee, snoozeReview.snoozedUntil], ['OPEN', null, until]);
  assert.deepEqual(snoozeReview.history.at(-1), { change: 'SNOOZED', by: { id: 'rita' }, at: fixture.parts.clock().toISOString(), note: until });

  assert.deepEqual(await queued(tenant), [other.id]);
  assert.deepEqual(await queued(tenant, { snoozed: true }), [id]);
  assert.deepEqual((await queued(tenant, { status: ['OPEN'] })).length, 2);
  assert.deepEqual(await queued(tenant, { status: ['OPEN'], snoozed: false }), [other.id]);
  assert.equal((await ok(CLAIM_NEXT, {}, reviewer(tenant))).claimNextReview.id, other.id);
  assert.equal((await ok(CLAIM_NEXT, {}, lead(tenant))).claimNextReview, null);
  assert.deepEqual((await ok('{ reviewStats { open snoozed claimed } }', {}, reviewer(tenant))).reviewStats, { open: 0, snoozed: 1, claimed: 1 });

  fixture.parts.clock.advance(3 * HOUR);
  assert.deepEqual(await queued(tenant), [id, other.id], 'it does not wait for the sweep');
  await fixture.service.sweep();
  await fixture.settle();
  const told = fixture.told(tenant).filter((change) => change === 'SNOOZED' || change === 'WOKEN');
  assert.deepEqual(told, ['SNOOZED', 'WOKEN']);
  const events = fixture.published.filter((event) => event.tenant === tenant && event.type === 'review.item.changed').map(({ data }) => data as any);
  assert.equal(events.find(({ change }) => change === 'SNOOZED').after.snoozedUntil, until);
  assert.equal(events.find(({ change }) => change === 'WOKEN').after.snoozedUntil, undefined);
});

test('null brings it back at once; asking again changes nothing', async () => {
  const tenant = newTenant();
  const { id } = await fixture.item(tenant);
  const until = inHours(1);
  for (let again = 0; again < 2; again++) await ok(SNOOZE, { id, until }, reviewer(tenant));
  for (let again = 0; again < 2; again++) assert.equal((await ok(SNOOZE, { id }, reviewer(tenant))).snoozeReview.snoozedUntil, null);
  assert.deepEqual(await queued(tenant), [id]);
  await fixture.settle();
  assert.deepEqual(fixture.told(tenant), ['ADDED', 'review.required', 'SNOOZED', 'WOKEN']);
});

test('who cannot take an item cannot put it off, and a time that makes no sense is refused', async () => {
  const tenant = newTenant();
  const { id } = await fixture.item(tenant);
  await ok(CLAIM, { id }, reviewer(tenant));
  assert.equal((await fault(SNOOZE, { id, until: inHours(1) }, reviewer(tenant, 'otto'))).code, 'CONFLICT');
  assert.equal((await fault(SNOOZE, { id, until: inHours(1) }, reviewer(newTenant()))).code, 'NOT_FOUND');
  for (const hours of [0, -1, 24 * 31]) {
    const { code, extensions } = await fault(SNOOZE, { id, until: inHours(hours) }, reviewer(tenant));
    assert.deepEqual([code, extensions['argument']], ['BAD_USER_INPUT', 'until']);
  }
});

test('who has an item open is seen for half a minute, in this tenant only', async () => {
  const tenant = newTenant();
  const { id } = await fixture.item(tenant);
  const MARK = 'mutation($id: ID!, $open: Boolean) { markReviewOpen(id: $id, open: $open) { openBy { id } } }';
  const mark = async (who: string, open?: boolean): Promise<string[]> =>
    (await ok(MARK, { id, open }, reviewer(tenant, who))).markReviewOpen.openBy.map((user: any) => user.id).toSorted();
  assert.deepEqual(await mark('rita'), ['rita']);
  await Promise.all(['otto', 'lea', 'mira'].map((who) => mark(who)));
  assert.deepEqual(await mark('otto'), ['lea', 'mira', 'otto', 'rita']);
  assert.deepEqual(await mark('mira', false), ['lea', 'otto', 'rita']);
  fixture.parts.clock.advance(20_000);
  await mark('rita');
  fixture.parts.clock.advance(10_000);
  const { reviewItem } = await ok('query($id: ID!) { reviewItem(id: $id) { openBy { id } } }', { id }, reviewer(tenant));
  assert.deepEqual(reviewItem.openBy, [{ id: 'rita' }]);
  assert.equal((await fault(MARK, { id }, reviewer(newTenant()))).code, 'NOT_FOUND');
});
