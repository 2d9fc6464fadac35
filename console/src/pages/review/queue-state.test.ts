import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyChange, emptyQueue, type QueueFilter, type QueueState, type Row } from './queue-state.ts';

const all: QueueFilter = { priority: [], overdue: false, snoozed: false, assigneeId: undefined };
const row = (id: string, over: Partial<Row> = {}): Row =>
  ({ id, status: 'OPEN', priority: 'NORMAL', dueAt: `2026-01-01T0${id.length}:00:00Z`, overdue: false, assignee: null, ...over }) as Row;
const ids = ({ rows }: QueueState) => rows.map(({ id }) => id);
const queueOf = (...rows: Row[]): QueueState => ({ ...emptyQueue, rows, totalCount: rows.length });

describe('the queue on the screen', () => {
  test('a new row takes its place: escalated, then priority, then due time', () => {
    let queue = queueOf(row('a'), row('bbb'));
    queue = applyChange(queue, all, row('cc'));
    assert.deepEqual(ids(queue), ['a', 'cc', 'bbb']);
    queue = applyChange(queue, all, row('dddd', { priority: 'URGENT' }));
    queue = applyChange(queue, all, row('eeeee', { status: 'ESCALATED', priority: 'LOW' }));
    assert.deepEqual([ids(queue), queue.totalCount], [['eeeee', 'dddd', 'a', 'cc', 'bbb'], 5]);
  });

  test('a claimed row stays where it is, a decided one goes', () => {
    let queue = queueOf(row('a'), row('bb'));
    queue = applyChange(queue, all, row('a', { status: 'CLAIMED' }));
    assert.deepEqual([ids(queue), queue.rows[0]?.status], [['a', 'bb'], 'CLAIMED']);
    queue = applyChange(queue, all, row('a', { status: 'APPROVED' }));
    assert.deepEqual([ids(queue), queue.totalCount], [['bb'], 1]);
  });

  test('what is put off goes to its own list, and comes back', () => {
    const put = row('a', { snoozedUntil: '2026-01-02T09:00:00Z' });
    const queue = applyChange(queueOf(row('a'), row('bb')), all, put);
    assert.deepEqual([ids(queue), queue.totalCount], [['bb'], 1]);
    assert.deepEqual(ids(applyChange(queueOf(), { ...all, snoozed: true }, put)), ['a']);
    assert.deepEqual(ids(applyChange(queue, all, row('a'))), ['a', 'bb']);
  });

  test('what is told twice counts once', () => {
    const once = applyChange(queueOf(), all, row('a'));
    assert.deepEqual(applyChange(once, all, row('a')), once);
    assert.equal(applyChange(applyChange(once, all, row('a', { status: 'REJECTED' })), all, row('a', { status: 'REJECTED' })).totalCount, 0);
  });

  test('a row that no longer passes the filter goes, one that does comes', () => {
    const urgent = { ...all, priority: ['URGENT' as const] };
    assert.deepEqual(ids(applyChange(queueOf(), urgent, row('a'))), []);
    assert.deepEqual(ids(applyChange(queueOf(), urgent, row('a', { priority: 'URGENT' }))), ['a']);
    const mine = { ...all, assigneeId: 'me' };
    const held = row('a', { status: 'CLAIMED', assignee: { id: 'me', name: 'Me' } as Row['assignee'] });
    assert.deepEqual(ids(applyChange(applyChange(queueOf(), mine, held), mine, row('a'))), []);
  });

  test('a row behind the last loaded page is counted, not shown', () => {
    const queue = applyChange({ ...queueOf(row('a')), endCursor: 'x', totalCount: 9 }, all, row('zzzzzz'));
    assert.deepEqual([ids(queue), queue.totalCount], [['a'], 10]);
  });
});
