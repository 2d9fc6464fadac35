import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyMove, type Move } from './moves.ts';
import { rankOf, type ReviewItem, type ReviewStatus } from './review-item.ts';

const LEASE = 600_000;
const now = new Date('2026-03-02T09:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);

const base: ReviewItem = {
  id: 'i',
  tenant: 't',
  responseId: 'r',
  interactionId: 'x',
  customerId: 'c',
  channel: 'CHAT',
  status: 'OPEN',
  priority: 'HIGH',
  reasons: ['policy'],
  escalated: false,
  dueAt: later(3_600_000),
  overdueTold: false,
  history: [{ change: 'ADDED', at: now }],
  createdAt: now,
  version: 1,
};
const decision = { action: 'APPROVE', labels: [] } as const;
const made = { ...decision, labels: [], by: 'rita', at: now };
const items: Record<ReviewStatus, ReviewItem> = {
  OPEN: base,
  CLAIMED: { ...base, status: 'CLAIMED', assigneeId: 'rita', leaseExpiresAt: later(LEASE) },
  ESCALATED: { ...base, status: 'ESCALATED', escalated: true },
  APPROVED: { ...base, status: 'APPROVED', assigneeId: 'rita', decision: made },
  EDITED: { ...base, status: 'EDITED', assigneeId: 'rita', decision: { ...made, action: 'EDIT', editedText: 'e' } },
  REJECTED: { ...base, status: 'REJECTED', assigneeId: 'rita', decision: { ...made, action: 'REJECT', reason: 'r' } },
};
const moves: Record<Move['kind'], Move> = {
  claim: { kind: 'claim', by: 'otto', mayAssign: true },
  release: { kind: 'release', by: 'rita' },
  decide: { kind: 'decide', by: 'rita', decision: { ...decision, labels: ['other'] } },
  snooze: { kind: 'snooze', by: 'otto', mayAssign: true, until: later(7_200_000) },
  wake: { kind: 'wake', by: 'otto' },
  assign: { kind: 'assign', by: 'lea', to: 'otto' },
  comment: { kind: 'comment', by: 'lea', text: 'hm' },
  expire: { kind: 'expire' },
  tellOverdue: { kind: 'tellOverdue' },
};

// Rows: where the item stands; columns: what happens. A status or a refusal; `=` means that nothing changes.
const decided = { claim: 'illegal', release: 'illegal', decide: 'illegal', snooze: 'illegal', wake: 'illegal', assign: 'illegal', expire: 'illegal' };
const free = { claim: 'CLAIMED', release: 'illegal', decide: 'illegal', wake: '=', expire: 'illegal', tellOverdue: '=' };
const table: Record<ReviewStatus, Record<Move['kind'], string>> = {
  OPEN: { ...free, snooze: 'OPEN', assign: 'OPEN', comment: 'OPEN' },
  CLAIMED: {
    claim: 'leased',
    release: 'OPEN',
    decide: 'APPROVED',
    snooze: 'leased',
    wake: 'illegal',
    assign: 'OPEN',
    comment: 'CLAIMED',
    expire: '=',
    tellOverdue: '=',
  },
  ESCALATED: { ...free, snooze: 'ESCALATED', assign: 'ESCALATED', comment: 'ESCALATED' },
  APPROVED: { ...decided, comment: 'APPROVED', tellOverdue: '=' },
  EDITED: { ...decided, comment: 'EDITED', tellOverdue: '=' },
  REJECTED: { ...decided, comment: 'REJECTED', tellOverdue: '=' },
};

for (const [status, row] of Object.entries(table) as [ReviewStatus, Record<Move['kind'], string>][]) {
  for (const [kind, expected] of Object.entries(row) as [Move['kind'], string][]) {
    test(`${status}, ${kind}: ${expected === '=' ? 'nothing changes' : expected}`, () => {
      const before = structuredClone(items[status]);
      const outcome = applyMove(before, moves[kind], now, LEASE);
      assert.deepEqual(before, items[status], 'the item given is left alone');
      if ('refusal' in outcome) return assert.equal(outcome.refusal.kind, expected);
      if (expected === '=') return assert.equal(outcome.item, before);
      assert.equal(outcome.item.status, expected);
      assert.equal(outcome.item.history.length, before.history.length + outcome.steps.length);
      assert.equal(outcome.steps[0]!.before, before);
      assert.equal(outcome.steps.at(-1)!.after, outcome.item);
      return undefined;
    });
  }
}

test('the lease holds to its last millisecond and not longer', () => {
  const at = (ms: number) => applyMove(items.CLAIMED, { kind: 'decide', by: 'rita', decision: { ...decision, labels: [] } }, later(ms), LEASE);
  assert.ok('item' in at(LEASE - 1));
  assert.deepEqual(at(LEASE), { refusal: { kind: 'lease_lost', ranOutAt: later(LEASE) } });
});

test('what is put off wakes at its time, by itself or before it by a person, and a claim ends it', () => {
  const until = later(7_200_000);
  const put = applyMove(items.CLAIMED, { kind: 'snooze', by: 'rita', mayAssign: false, until }, now, LEASE);
  assert.ok('item' in put);
  const { status, assigneeId, leaseExpiresAt, snoozedUntil } = put.item;
  assert.deepEqual([status, assigneeId, leaseExpiresAt, snoozedUntil], ['OPEN', undefined, undefined, until]);
  assert.deepEqual(applyMove(put.item, { kind: 'wake' }, later(7_199_999), LEASE), { item: put.item, steps: [] });
  for (const outcome of [
    applyMove(put.item, { kind: 'wake' }, until, LEASE),
    applyMove(put.item, { kind: 'wake', by: 'otto' }, now, LEASE),
    applyMove(put.item, { kind: 'claim', by: 'otto', mayAssign: false }, now, LEASE),
  ]) {
    assert.ok('item' in outcome);
    assert.equal(outcome.item.snoozedUntil, undefined);
  }
  assert.deepEqual(applyMove({ ...base, assigneeId: 'rita' }, { kind: 'snooze', by: 'otto', mayAssign: false, until }, now, LEASE), {
    refusal: { kind: 'reserved', forId: 'rita', until: base.dueAt },
  });
});

test('what becomes overdue is told at its due time, once', () => {
  const late = applyMove(base, { kind: 'tellOverdue' }, base.dueAt, LEASE);
  assert.ok('item' in late && late.item.overdueTold && late.steps[0]!.entry.change === 'OVERDUE');
  assert.deepEqual(applyMove(late.item, { kind: 'tellOverdue' }, later(9e9), LEASE), { item: late.item, steps: [] });
});

test('the queue has escalated items first, then by priority, decided ones last', () => {
  const order = [
    { ...items.ESCALATED, priority: 'URGENT' },
    { ...items.ESCALATED, priority: 'LOW' },
    { ...items.CLAIMED, priority: 'URGENT' },
    { ...items.OPEN, priority: 'HIGH' },
    { ...items.OPEN, priority: 'NORMAL' },
    { ...items.OPEN, priority: 'LOW' },
    { ...items.APPROVED, priority: 'URGENT' },
  ].map((item) => rankOf(item as ReviewItem));
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  );
  assert.equal(new Set(order).size, order.length);
});
