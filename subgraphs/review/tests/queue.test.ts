import { ask, askOk, entity, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CLAIM, COMMENT, DECIDE, KINDS, newTenant, openReview, QUEUE, reviewer, type ReviewFixture } from './review-fixture.ts';

let fixture: ReviewFixture;
before(async () => void (fixture = await openReview()));
after(() => fixture[Symbol.asyncDispose]());

const queue = async (tenant: string, variables: object = {}) =>
  (await askOk(fixture.service.subgraph, QUEUE, { ...variables }, reviewer(tenant))).reviewQueue;
const responsesOf = ({ edges }: any) => edges.map(({ node }: any) => node.response.id);

test('a draft that needs a person becomes an item, told in the write that added it', async () => {
  const tenant = newTenant();
  const event = await fixture.draft(tenant, { ...KINDS.URGENT, flags: ['promise'] });
  const { responseId, interactionId } = event.data as { responseId: string; interactionId: string };
  const { edges, totalCount } = await queue(tenant);
  assert.equal(totalCount, 1);
  const { id, ...item } = edges[0].node;
  const now = fixture.parts.clock();
  assert.deepEqual(item, {
    status: 'OPEN',
    priority: 'URGENT',
    reasons: ['negative_sentiment', 'policy', 'pii'],
    assignee: null,
    leaseExpiresAt: null,
    snoozedUntil: null,
    dueAt: new Date(now.getTime() + 15 * 60_000).toISOString(),
    overdue: false,
    createdAt: now.toISOString(),
    decision: null,
    history: [{ change: 'ADDED', by: null, at: now.toISOString(), note: null }],
    response: { id: responseId },
    interaction: { id: interactionId },
  });
  assert.deepEqual(fixture.told(tenant), ['ADDED', 'review.required']);
  const required = fixture.published.find(({ type, tenant: of }) => type === 'review.required' && of === tenant)!;
  assert.equal(required.partitionkey, 'customer-1');
  assert.equal((required.data as any).reviewItemId, id);
});

test('a draft without a concern, a failed one and one already dealt with make no item', async () => {
  const tenant = newTenant();
  await fixture.draft(tenant);
  await fixture.draft(tenant, { ...KINDS.HIGH, status: 'FAILED' });
  await fixture.draft(tenant, { ...KINDS.HIGH, status: 'SENT' });
  assert.equal((await queue(tenant)).totalCount, 0);
  assert.deepEqual(fixture.told(tenant), []);
});

test('the same draft told twice, in one event or in two, is one item and one announcement', async () => {
  const tenant = newTenant();
  const event = await fixture.draft(tenant, KINDS.HIGH);
  await fixture.parts.bus.publish({ ...event, id: fixture.parts.newId() });
  await fixture.settle();
  assert.equal((await queue(tenant)).totalCount, 1);
  assert.deepEqual(fixture.told(tenant), ['ADDED', 'review.required']);
});

test('the queue goes by priority, then due time, over all pages', async () => {
  const tenant = newTenant();
  const made: Record<string, string[]> = { URGENT: [], HIGH: [], NORMAL: [] };
  for (const kind of ['NORMAL', 'URGENT', 'HIGH', 'NORMAL', 'HIGH', 'URGENT', 'HIGH'] as const) {
    made[kind]!.push(((await fixture.draft(tenant, KINDS[kind])).data as { responseId: string }).responseId);
    fixture.parts.clock.advance(1000);
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { edges, pageInfo, totalCount } = await queue(tenant, { first: 3, after: cursor });
    assert.equal(totalCount, 7);
    seen.push(...responsesOf({ edges }));
    cursor = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  } while (cursor);
  assert.deepEqual(seen, [...made['URGENT']!, ...made['HIGH']!, ...made['NORMAL']!]);
});

test('each filter restricts the queue', async () => {
  const tenant = newTenant();
  await fixture.draft(tenant, KINDS.URGENT);
  fixture.parts.clock.advance(16 * 60_000); // the urgent one is late now
  await fixture.draft(tenant, KINDS.NORMAL);
  const count = async (filter: object) => (await queue(tenant, { filter })).totalCount;
  assert.equal(await count({}), 2);
  assert.equal(await count({ priority: ['URGENT', 'HIGH'] }), 1);
  assert.equal(await count({ reason: ['low_confidence', 'sample'] }), 1);
  assert.equal(await count({ reason: [] }), 0);
  assert.equal(await count({ status: ['OPEN'] }), 2);
  assert.equal(await count({ status: ['APPROVED'] }), 0);
  assert.equal(await count({ assigneeId: 'rita' }), 0);
  assert.equal(await count({ overdue: true }), 1);
  assert.equal(await count({ overdue: false }), 1);
  assert.equal(await count({ overdue: true, priority: ['NORMAL'] }), 0);
  assert.equal((await queue(tenant, { filter: { overdue: true } })).edges[0].node.overdue, true);
});

test('by its history the queue lists what was decided, by whom and when, and what was added when', async () => {
  const tenant = newTenant();
  const start = fixture.parts.clock();
  const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000).toISOString();
  const approve = async (id: string, by: string) => {
    await askOk(fixture.service.subgraph, CLAIM, { id }, reviewer(tenant, by));
    await askOk(fixture.service.subgraph, DECIDE, { id, decision: { action: 'APPROVE' } }, reviewer(tenant, by));
  };
  const first = await fixture.item(tenant, KINDS.HIGH);
  const second = await fixture.item(tenant, KINDS.NORMAL);
  fixture.parts.clock.advance(60_000);
  await approve(first.id, 'rita');
  fixture.parts.clock.advance(60_000);
  await approve(second.id, 'rob');
  const third = await fixture.item(tenant, KINDS.HIGH);
  const ids = async (history: object, filter: object = {}) => (await queue(tenant, { history, filter })).edges.map(({ node }: any) => node.id);
  assert.deepEqual(await ids({ decidedBy: 'rita' }), [first.id]);
  assert.deepEqual(await ids({ decidedFrom: at(1), decidedTo: at(2) }), [first.id]);
  assert.deepEqual(await ids({ decidedFrom: at(2) }), [second.id]);
  assert.deepEqual(await ids({ decidedBy: 'rita', decidedFrom: at(2) }), []);
  assert.deepEqual((await ids({ addedFrom: at(0), addedTo: at(1) })).toSorted(), [first.id, second.id].toSorted());
  assert.deepEqual(await ids({ addedFrom: at(2) }), [third.id]);
  assert.deepEqual(await ids({ addedFrom: at(0) }, { reason: ['low_confidence'] }), [second.id]);
  assert.deepEqual(await ids({ addedFrom: at(0) }, { status: ['APPROVED'], priority: ['HIGH'] }), [first.id]);
});

test('a bad page is refused with the name of the argument', async () => {
  for (const [variables, argument] of [
    [{ first: 0 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ after: 'not a cursor' }, 'after'],
  ] as const) {
    const { errors } = await ask(fixture.service.subgraph, QUEUE, variables, reviewer(newTenant()));
    assert.deepEqual([errors[0]!.code, errors[0]!.extensions['argument']], ['BAD_USER_INPUT', argument]);
  }
});

test('what becomes overdue is told once', async () => {
  const tenant = newTenant();
  await fixture.draft(tenant, KINDS.HIGH);
  fixture.parts.clock.advance(61 * 60_000);
  for (let again = 0; again < 2; again++) await fixture.service.sweep();
  await fixture.settle();
  assert.deepEqual(fixture.told(tenant), ['ADDED', 'review.required', 'OVERDUE']);
});

test('another tenant sees, comments on and resolves nothing', async () => {
  const { item, service } = fixture;
  const tenant = newTenant();
  const { id, response } = await item(tenant);
  const stranger = reviewer(newTenant());
  const { subgraph } = service;
  assert.equal((await askOk(subgraph, 'query($id: ID!) { reviewItem(id: $id) { id } }', { id }, stranger)).reviewItem, null);
  assert.equal((await askOk(subgraph, QUEUE, {}, stranger)).reviewQueue.totalCount, 0);
  assert.equal((await ask(subgraph, COMMENT, { id, text: 'hello' }, stranger)).errors[0]!.code, 'NOT_FOUND');
  assert.equal((await entity(subgraph, { __typename: 'ReviewItem', id }, 'status', stranger)).data, null);
  assert.equal((await entity(subgraph, { __typename: 'GeneratedResponse', id: response.id }, 'review { id }', stranger)).data.review, null);
  assert.equal((await entity(subgraph, { __typename: 'ReviewQueueUpdate', id: 'e' }, 'openCount', stranger)).data.openCount, 0);
});

test('the gateway reaches an item by its id and by its draft, and the number of open items', async () => {
  const { item, service } = fixture;
  const tenant = newTenant();
  const { id, response } = await item(tenant);
  const asker = viewer(tenant, []);
  assert.deepEqual((await entity(service.subgraph, { __typename: 'ReviewItem', id }, 'id status', asker)).data, { id, status: 'OPEN' });
  const ofResponse = await entity(service.subgraph, { __typename: 'GeneratedResponse', id: response.id }, 'id review { id }', asker);
  assert.deepEqual(ofResponse.data, { id: response.id, review: { id } });
  assert.equal((await entity(service.subgraph, { __typename: 'GeneratedResponse', id: 'unknown' }, 'review { id }', asker)).data.review, null);
  assert.deepEqual((await entity(service.subgraph, { __typename: 'ReviewQueueUpdate', id: 'e' }, 'id openCount', asker)).data, {
    id: 'e',
    openCount: 1,
  });
  for (const typename of ['ReviewItem', 'GeneratedResponse', 'ReviewQueueUpdate']) {
    const field = { ReviewItem: 'status', GeneratedResponse: 'review { id }', ReviewQueueUpdate: 'openCount' }[typename]!;
    const { errors } = await entity(service.subgraph, { __typename: typename, id }, field, { kind: 'anonymous' });
    assert.equal(errors[0]!.code, 'UNAUTHENTICATED', typename);
  }
});

test('without the scope the queue is closed', async () => {
  const { subgraph } = fixture.service;
  const asker = viewer(newTenant(), ['responses:read']);
  for (const query of [
    '{ reviewQueue { totalCount } }',
    '{ reviewItem(id: "x") { id } }',
    '{ reviewStats { open } }',
    'mutation { claimNextReview { id } }',
    'mutation { decideReview(id: "x", decision: { action: APPROVE }) { id } }',
  ]) {
    assert.equal((await ask(subgraph, query, {}, asker)).errors[0]!.code, 'FORBIDDEN', query);
    assert.equal((await ask(subgraph, query)).errors[0]!.code, 'UNAUTHENTICATED', query);
  }
  const assign = await ask(subgraph, 'mutation { assignReview(id: "x", userId: "y") { id } }', {}, reviewer(newTenant()));
  assert.equal(assign.errors[0]!.code, 'FORBIDDEN');
});
