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
  assign: { kind: 'assign', by: 'lea', to: 'otto' },
  comment: { kind: 'comment', by: 'lea', text: 'hm' },
  expire: { kind: 'expire' },
  tellOverdue: { kind: 'tellOverdue' },
};

// Rows: where the item stands; columns: what happens. A status or a refusal; `=` means that nothing changes.
const table: Record<ReviewStatus, Record<Move['kind'], string>> = {
  OPEN: { claim: 'CLAIMED', release: 'illegal', decide: 'illegal', assign: 'OPEN', comment: 'OPEN', expire: 'illegal', tellOverdue: '=' },
  CLAIMED: { claim: 'leased', release: 'OPEN', decide: 'APPROVED', assign: 'OPEN', comment: 'CLAIMED', expire: '=', tellOverdue: '=' },
  ESCALATED: {
    claim: 'CLAIMED',
    release: 'illegal',
    decide: 'illegal',
    assign: 'ESCALATED',
    comment: 'ESCALATED',
    expire: 'illegal',
    tellOverdue: '=',
  },
  APPROVED: { claim: 'illegal', release: 'illegal', decide: 'illegal', assign: 'illegal', comment: 'APPROVED', expire: 'illegal', tellOverdue: '=' },
  EDITED: { claim: 'illegal', release: 'illegal', decide: 'illegal', assign: 'illegal', comment: 'EDITED', expire: 'illegal', tellOverdue: '=' },
  REJECTED: { claim: 'illegal', release: 'illegal', decide: 'illegal', assign: 'illegal', comment: 'REJECTED', expire: 'illegal', tellOverdue: '=' },
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
