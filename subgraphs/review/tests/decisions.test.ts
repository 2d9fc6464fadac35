import { reviewDecision } from '@customerai/service';
import { ask, askOk } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  ASSIGN,
  CLAIM,
  CLAIM_NEXT,
  DECIDE,
  KINDS,
  lead,
  newTenant,
  openReview,
  QUEUE,
  RELEASE,
  reviewer,
  type ReviewFixture,
} from './review-fixture.ts';

let fixture: ReviewFixture;
before(async () => void (fixture = await openReview()));
after(() => fixture[Symbol.asyncDispose]());

const ok = (query: string, variables: object, asker: ReturnType<typeof reviewer>) => askOk(fixture.service.subgraph, query, { ...variables }, asker);
const fault = async (query: string, variables: object, asker: ReturnType<typeof reviewer>) =>
  (await ask(fixture.service.subgraph, query, { ...variables }, asker)).errors[0]!;
const claimed = async (tenant: string, asker = reviewer(tenant)) => {
  const { id } = await fixture.item(tenant);
  await ok(CLAIM, { id }, asker);
  return id as string;
};
const MINUTE = 60_000;
const STATS =
  '{ reviewStats { open claimed overdue decided approvalRate medianTimeToDecision p90TimeToDecision byReviewer { user { id } decided approvalRate medianTimeToDecision } } }';

const table = [
  [{ action: 'APPROVE' }, 'APPROVED'],
  [{ action: 'EDIT', editedText: 'Dear Jane,\n\nhere you are.\n', labels: ['tone', 'tone', ' too long '] }, 'EDITED'],
  [{ action: 'REJECT', reason: 'It promises Jane a refund.' }, 'REJECTED'],
] as const;
for (const [decision, status] of table) {
  test(`${decision.action} makes the item ${status} and is told once, without what was written`, async () => {
    const tenant = newTenant();
    const id = await claimed(tenant);
    fixture.parts.clock.advance(3 * MINUTE);
    const item = (await ok(DECIDE, { id, decision }, reviewer(tenant))).decideReview;
    assert.deepEqual([item.status, item.assignee.id, item.leaseExpiresAt, item.overdue], [status, 'rita', null, false]);
    assert.deepEqual(item.decision, {
      action: decision.action,
      by: { id: 'rita' },
      at: fixture.parts.clock().toISOString(),
      editedText: 'editedText' in decision ? decision.editedText : null,
      reason: 'reason' in decision ? decision.reason : null,
      labels: 'labels' in decision ? ['tone', 'too long'] : [],
    });
    assert.deepEqual((await ok(DECIDE, { id, decision }, reviewer(tenant))).decideReview, item); // a retry
    await fixture.settle();
    assert.deepEqual(fixture.told(tenant), ['ADDED', 'review.required', 'CLAIMED', 'DECIDED', 'review.completed']);
    const completed = fixture.published.find(({ type, tenant: of }) => type === 'review.completed' && of === tenant)!.data as any;
    assert.deepEqual([completed.action, completed.decidedBy, completed.labels], [decision.action, 'rita', item.decision.labels]);
    assert.equal(Date.parse(completed.decidedAt) - Date.parse(completed.createdAt), 3 * MINUTE);
    assert.doesNotMatch(JSON.stringify(fixture.published), /Jane/);
    const told = await fixture.parts.rpc.call(reviewDecision, { tenant, reviewItemId: id });
    assert.deepEqual(told, { action: decision.action, ...('editedText' in decision ? { editedText: decision.editedText } : {}) });
    assert.equal(await fixture.parts.rpc.call(reviewDecision, { tenant: newTenant(), reviewItemId: id }), null);
    for (const [query, variables] of [
      [CLAIM, {}],
      [RELEASE, {}],
      [ASSIGN, { userId: 'otto' }],
      [DECIDE, { decision: { action: 'REJECT', reason: 'another' } }],
    ] as const)
      assert.equal((await fault(query, { id, ...variables }, lead(tenant))).code, 'CONFLICT');
  });
}

test('nobody decides without the lease', async () => {
  const tenant = newTenant();
  const { id } = await fixture.item(tenant);
  const decision = { action: 'APPROVE' };
  assert.match((await fault(DECIDE, { id, decision }, reviewer(tenant))).message, /claim it first/);
  await ok(CLAIM, { id }, reviewer(tenant));
  assert.match((await fault(DECIDE, { id, decision }, lead(tenant))).message, /"rita" holds/);
  assert.equal(await fixture.parts.rpc.call(reviewDecision, { tenant, reviewItemId: id }), null);
});

test('an incomplete decision is refused with the name of the field, and the lease stays', async () => {
  const tenant = newTenant();
  const id = await claimed(tenant);
  for (const [decision, field] of [
    [{ action: 'EDIT' }, 'editedText'],
    [{ action: 'EDIT', editedText: ' \n' }, 'editedText'],
    [{ action: 'EDIT', editedText: 'x'.repeat(20_001) }, 'editedText'],
    [{ action: 'APPROVE', editedText: 'mine' }, 'editedText'],
    [{ action: 'REJECT' }, 'reason'],
    [{ action: 'ESCALATE', reason: '  ' }, 'reason'],
    [{ action: 'REJECT', reason: 'x'.repeat(2001) }, 'reason'],
    [{ action: 'APPROVE', labels: ['<b>'] }, 'labels'],
    [{ action: 'APPROVE', labels: Array.from({ length: 21 }, (_, index) => `label ${index}`) }, 'labels'],
  ] as const) {
    const { code, extensions } = await fault(DECIDE, { id, decision }, reviewer(tenant));
    assert.deepEqual([code, extensions['argument']], ['BAD_USER_INPUT', `decision.${field}`]);
  }
  assert.equal(
    (await ok(DECIDE, { id, decision: { action: 'EDIT', editedText: 'x'.repeat(20_000) } }, reviewer(tenant))).decideReview.status,
    'EDITED',
  );
});

test('an escalated item comes first, and only for people who may assign', async () => {
  const tenant = newTenant();
  await fixture.item(tenant, KINDS.URGENT);
  const high = await fixture.item(tenant, KINDS.HIGH);
  await ok(CLAIM, { id: high.id }, reviewer(tenant));
  const decision = { action: 'ESCALATE', reason: 'Legal should see this.' };
  for (let again = 0; again < 2; again++) {
    const item = (await ok(DECIDE, { id: high.id, decision }, reviewer(tenant))).decideReview;
    assert.deepEqual([item.status, item.assignee, item.leaseExpiresAt, item.decision.action], ['ESCALATED', null, null, 'ESCALATE']);
  }
  const { edges } = (await ok(QUEUE, {}, reviewer(tenant))).reviewQueue;
  assert.equal(edges[0].node.id, high.id);
  assert.notEqual((await ok(CLAIM_NEXT, {}, reviewer(tenant))).claimNextReview.id, high.id);
  assert.match((await fault(CLAIM, { id: high.id }, reviewer(tenant))).message, /escalated/);
  assert.equal((await ok(CLAIM_NEXT, {}, lead(tenant))).claimNextReview.id, high.id);
  fixture.parts.clock.advance(10 * MINUTE);
  await fixture.service.sweep(); // back among the escalated ones
  assert.equal((await fault(CLAIM, { id: high.id }, reviewer(tenant, 'otto'))).code, 'CONFLICT');
  await ok(CLAIM, { id: high.id }, lead(tenant));
  assert.equal((await ok(DECIDE, { id: high.id, decision: { action: 'APPROVE' } }, lead(tenant))).decideReview.status, 'APPROVED');
  await fixture.settle();
  const told = fixture.published.filter(({ tenant: of, data }) => of === tenant && (data as any).reviewItemId === high.id);
  assert.deepEqual(
    told.map(({ type, data }) => (data as any).change ?? type),
    ['ADDED', 'review.required', 'CLAIMED', 'ESCALATED', 'CLAIMED', 'RELEASED', 'CLAIMED', 'DECIDED', 'review.completed'],
  );
  assert.doesNotMatch(JSON.stringify(told), /Legal/);
});

test('an escalated item that was assigned can be taken by that person', async () => {
  const tenant = newTenant();
  const id = await claimed(tenant);
  await ok(DECIDE, { id, decision: { action: 'ESCALATE', reason: 'too hard' } }, reviewer(tenant));
  await ok(ASSIGN, { id, userId: 'otto' }, lead(tenant));
  assert.equal((await ok(CLAIM_NEXT, {}, reviewer(tenant, 'otto'))).claimNextReview.id, id);
});

test('the figures tell what waits and how decisions were taken in a range', async () => {
  const tenant = newTenant();
  const stats = async (query = STATS) => (await ok(query, {}, reviewer(tenant))).reviewStats;
  assert.deepEqual(await stats(), {
    open: 0,
    claimed: 0,
    overdue: 0,
    decided: 0,
    approvalRate: null,
    medianTimeToDecision: null,
    p90TimeToDecision: null,
    byReviewer: [],
  });
  const decide = async (who: string, minutes: number, decision: object) => {
    const id = await claimed(tenant, reviewer(tenant, who));
    fixture.parts.clock.advance(minutes * MINUTE);
    await ok(DECIDE, { id, decision }, reviewer(tenant, who));
  };
  await decide('rita', 1, { action: 'APPROVE' });
  await decide('rita', 2, { action: 'EDIT', editedText: 'better' });
  await decide('rita', 4, { action: 'REJECT', reason: 'wrong' });
  const between = fixture.parts.clock().toISOString();
  fixture.parts.clock.advance(1);
  await decide('otto', 9, { action: 'APPROVE' });
  await claimed(tenant);
  await fixture.item(tenant, KINDS.URGENT);
  fixture.parts.clock.advance(15 * MINUTE);
  assert.deepEqual(await stats(), {
    open: 1,
    claimed: 1,
    overdue: 1,
    decided: 4,
    approvalRate: 0.75,
    medianTimeToDecision: 'PT3M',
    p90TimeToDecision: 'PT9M',
    byReviewer: [
      { user: { id: 'rita' }, decided: 3, approvalRate: 2 / 3, medianTimeToDecision: 'PT2M' },
      { user: { id: 'otto' }, decided: 1, approvalRate: 1, medianTimeToDecision: 'PT9M' },
    ],
  });
  assert.equal((await stats(`{ reviewStats(from: "${between}") { decided } }`)).decided, 2);
  assert.equal((await stats(`{ reviewStats(to: "${between}") { decided } }`)).decided, 2);
  const { code, extensions } = await fault(`{ reviewStats(from: "${between}", to: "${between}") { decided } }`, {}, reviewer(tenant));
  assert.deepEqual([code, extensions['argument']], ['BAD_USER_INPUT', 'from']);
});

test('agreement says that it is not there yet, and the other figures stand', async () => {
  const { data, errors } = await ask(fixture.service.subgraph, '{ reviewStats { open agreement } }', {}, reviewer(newTenant()));
  assert.deepEqual([data, errors.map(({ code }) => code)], [{ reviewStats: { open: 0, agreement: null } }, ['NOT_IMPLEMENTED']]);
});
