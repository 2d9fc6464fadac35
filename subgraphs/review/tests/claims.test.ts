import { ask, askOk } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  ASSIGN,
  CLAIM,
  CLAIM_NEXT,
  COMMENT,
  DECIDE,
  KINDS,
  lead,
  newTenant,
  openReview,
  RELEASE,
  reviewer,
  type ReviewFixture,
} from './review-fixture.ts';

let fixture: ReviewFixture;
before(async () => void (fixture = await openReview()));
after(() => fixture[Symbol.asyncDispose]());

const ok = (query: string, variables: object, asker: ReturnType<typeof reviewer>) => askOk(fixture.service.subgraph, query, { ...variables }, asker);
const next = async (asker: ReturnType<typeof reviewer>, filter?: object) => (await ok(CLAIM_NEXT, { filter }, asker)).claimNextReview;
const fault = async (query: string, variables: object, asker: ReturnType<typeof reviewer>) =>
  (await ask(fixture.service.subgraph, query, { ...variables }, asker)).errors[0]!;
const MINUTE = 60_000;

test('a reviewer takes the most urgent item that passes the filter, with a lease of ten minutes', async () => {
  const tenant = newTenant();
  const normal = await fixture.item(tenant, KINDS.NORMAL);
  const urgent = await fixture.item(tenant, KINDS.URGENT);
  const high = await fixture.item(tenant, KINDS.HIGH);
  const taken = await next(reviewer(tenant));
  assert.equal(taken.id, urgent.id);
  assert.deepEqual([taken.status, taken.assignee.id], ['CLAIMED', 'rita']);
  assert.equal(taken.leaseExpiresAt, new Date(fixture.parts.clock().getTime() + 10 * MINUTE).toISOString());
  assert.equal((await next(reviewer(tenant), { reason: ['low_confidence'] })).id, normal.id);
  assert.equal((await next(reviewer(tenant), { priority: ['LOW'] })) ?? null, null);
  assert.equal((await next(reviewer(tenant))).id, high.id);
  assert.equal(await next(reviewer(tenant)), null);
});

test('twenty reviewers who ask at the same moment for ten items get ten different ones', async () => {
  const tenant = newTenant();
  for (let count = 0; count < 10; count++) await fixture.draft(tenant, KINDS.HIGH);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => next(reviewer(tenant, `reviewer-${index}`))));
  const ids = answers.filter((item) => item !== null).map(({ id }) => id);
  assert.equal(ids.length, 10);
  assert.equal(new Set(ids).size, 10);
  await fixture.settle();
  assert.equal(fixture.told(tenant).filter((change) => change === 'CLAIMED').length, 10);
});

test('twenty people who claim one item by its id at the same moment: one has it, the others learn who', async () => {
  const tenant = newTenant();
  const { id } = await fixture.item(tenant);
  const claims = Array.from({ length: 20 }, (_, index) => ask(fixture.service.subgraph, CLAIM, { id }, reviewer(tenant, `reviewer-${index}`)));
  const answers = await Promise.all(claims);
  const winners = answers.filter(({ errors }) => errors.length === 0).map(({ data }) => data.claimReview.assignee.id);
  assert.equal(winners.length, 1);
  for (const { errors } of answers.filter(({ errors }) => errors.length > 0)) {
    assert.equal(errors[0]!.code, 'CONFLICT');
    assert.equal(errors[0]!.extensions['holderId'], winners[0]);
    assert.match(errors[0]!.message, new RegExp(`"${winners[0]}" holds this item until 2026-`));
  }
});

test('claiming again starts the lease anew, without telling anybody', async () => {
  const tenant = newTenant();
  const { id } = await fixture.item(tenant);
  await ok(CLAIM, { id }, reviewer(tenant));
  fixture.parts.clock.advance(9 * MINUTE);
  const { leaseExpiresAt, history } = (await ok(CLAIM, { id }, reviewer(tenant))).claimReview;
  assert.equal(leaseExpiresAt, new Date(fixture.parts.clock().getTime() + 10 * MINUTE).toISOString());
  assert.equal(history.length, 2);
  await fixture.settle();
  assert.deepEqual(fixture.told(tenant), ['ADDED', 'review.required', 'CLAIMED']);
});

test('an item given back is open again; only its holder can give it back, and a retry changes nothing', async () => {
  const tenant = newTenant();
  const { id } = await fixture.item(tenant);
  assert.equal((await fault(RELEASE, { id }, reviewer(tenant))).code, 'CONFLICT');
  await ok(CLAIM, { id }, reviewer(tenant));
  assert.match((await fault(RELEASE, { id }, reviewer(tenant, 'otto'))).message, /"rita" holds/);
  for (let again = 0; again < 2; again++) {
    const { status, assignee, leaseExpiresAt, history } = (await ok(RELEASE, { id }, reviewer(tenant))).releaseReview;
    assert.deepEqual([status, assignee, leaseExpiresAt, history.length], ['OPEN', null, null, 3]);
  }
  await fixture.settle();
  assert.deepEqual(fixture.told(tenant), ['ADDED', 'review.required', 'CLAIMED', 'RELEASED']);
});

test('a lease that ran out gives the item back at the next sweep, and is told', async () => {
  const tenant = newTenant();
  const { id } = await fixture.item(tenant);
  await ok(CLAIM, { id }, reviewer(tenant));
  fixture.parts.clock.advance(10 * MINUTE - 1);
  await fixture.service.sweep();
  assert.match((await fault(CLAIM, { id }, reviewer(tenant, 'otto'))).message, /"rita" holds/);
  fixture.parts.clock.advance(1);
  await Promise.all([fixture.service.sweep(), fixture.service.sweep()]);
  await fixture.settle();
  assert.deepEqual(fixture.told(tenant), ['ADDED', 'review.required', 'CLAIMED', 'RELEASED']);
  const { status, history } = (await ok(CLAIM, { id }, reviewer(tenant, 'otto'))).claimReview;
  assert.equal(status, 'CLAIMED');
  assert.deepEqual(history[2], { change: 'RELEASED', by: null, at: fixture.parts.clock().toISOString(), note: 'The lease ran out.' });
});

test('a lease that ran out does not wait for the sweep: the next reviewer gets the item, the former cannot decide', async () => {
  const tenant = newTenant();
  const { id } = await fixture.item(tenant);
  await ok(CLAIM, { id }, reviewer(tenant));
  fixture.parts.clock.advance(10 * MINUTE);
  const decision = { action: 'APPROVE' };
  assert.match((await fault(DECIDE, { id, decision }, reviewer(tenant))).message, /ran out at/);
  assert.equal((await next(reviewer(tenant, 'otto'))).id, id);
  const lost = await fault(DECIDE, { id, decision }, reviewer(tenant));
  assert.deepEqual([lost.code, lost.extensions['holderId']], ['CONFLICT', 'otto']);
  await fixture.settle();
  assert.deepEqual(fixture.told(tenant), ['ADDED', 'review.required', 'CLAIMED', 'RELEASED', 'CLAIMED']);
});

test('an assigned item is left to its person until it is due', async () => {
  const tenant = newTenant();
  const { id } = await fixture.item(tenant);
  const assigned = (await ok(ASSIGN, { id, userId: 'rita' }, lead(tenant))).assignReview;
  assert.deepEqual([assigned.status, assigned.assignee.id, assigned.history.at(-1).note], ['OPEN', 'rita', 'rita']);
  await ok(ASSIGN, { id, userId: 'rita' }, lead(tenant)); // a retry
  assert.equal(await next(reviewer(tenant, 'otto')), null);
  assert.match((await fault(CLAIM, { id }, reviewer(tenant, 'otto'))).message, /reserved for the user "rita"/);
  assert.equal(await next(lead(tenant)), null);
  assert.equal((await next(reviewer(tenant, 'rita'))).id, id);
  await ok(ASSIGN, { id, userId: 'otto' }, lead(tenant)); // takes it out of rita's hands
  assert.equal((await fault(DECIDE, { id, decision: { action: 'APPROVE' } }, reviewer(tenant))).code, 'CONFLICT');
  fixture.parts.clock.advance(61 * MINUTE);
  assert.equal((await next(reviewer(tenant, 'third'))).id, id);
  await fixture.settle();
  assert.deepEqual(fixture.told(tenant).slice(2), ['ASSIGNED', 'CLAIMED', 'ASSIGNED', 'CLAIMED']);
});

test('an item can be assigned to people who may review only', async () => {
  const tenant = newTenant();
  const { id } = await fixture.item(tenant);
  for (const [userId, message] of [
    ['nobody', /no user/],
    ['gone', /disabled/],
    ['agent', /may not review/],
  ] as const) {
    const { code, extensions, message: said } = await fault(ASSIGN, { id, userId }, lead(tenant));
    assert.deepEqual([code, extensions['argument']], ['BAD_USER_INPUT', 'userId']);
    assert.match(said, message);
  }
});

test('comments stay in the history, whatever the status, and out of the events', async () => {
  const tenant = newTenant();
  const { id } = await fixture.item(tenant);
  const { history } = (await ok(COMMENT, { id, text: '  Ask Jane Doe first.  ' }, reviewer(tenant))).commentOnReview;
  assert.deepEqual(history.at(-1), { change: 'COMMENTED', by: { id: 'rita' }, at: fixture.parts.clock().toISOString(), note: 'Ask Jane Doe first.' });
  for (const text of ['', '  \n ', 'x'.repeat(5001)]) {
    const { code, extensions } = await fault(COMMENT, { id, text }, reviewer(tenant));
    assert.deepEqual([code, extensions['argument']], ['BAD_USER_INPUT', 'text']);
  }
  await fixture.settle();
  assert.deepEqual(fixture.told(tenant).slice(2), ['COMMENTED']);
  assert.doesNotMatch(JSON.stringify(fixture.published), /Jane/);
});

test('comments side by side are all kept', async () => {
  const tenant = newTenant();
  const { id } = await fixture.item(tenant);
  await Promise.all(Array.from({ length: 6 }, (_, index) => ok(COMMENT, { id, text: `note ${index}` }, reviewer(tenant))));
  const { history } = (await ok(COMMENT, { id, text: 'last' }, reviewer(tenant))).commentOnReview;
  assert.deepEqual(
    history
      .map(({ note }: any) => note)
      .filter(Boolean)
      .toSorted(),
    ['last', ...[0, 1, 2, 3, 4, 5].map((index) => `note ${index}`)],
  );
});

test('an unknown item is not found', async () => {
  for (const [query, variables] of [
    [CLAIM, {}],
    [RELEASE, {}],
    [DECIDE, { decision: { action: 'APPROVE' } }],
    [COMMENT, { text: 'x' }],
  ] as const)
    assert.equal((await fault(query, { id: 'unknown', ...variables }, reviewer(newTenant()))).code, 'NOT_FOUND');
});
