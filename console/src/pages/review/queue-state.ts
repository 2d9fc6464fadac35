import type { ReviewChange, ReviewRowFragment } from '../../generated/graphql.ts';

export type Row = ReviewRowFragment;

export interface QueueFilter {
  priority: readonly Row['priority'][];
  overdue: boolean;
  /** What is put off until later, in place of what waits now. */
  snoozed: boolean;
  /** Only what this person holds or has reserved. */
  assigneeId: string | undefined;
}

export interface QueueState {
  /** In the platform's order, of the pages that were loaded. */
  rows: readonly Row[];
  /** Where the next page begins; undefined when all is loaded. */
  endCursor: string | undefined;
  totalCount: number;
}

export const emptyQueue: QueueState = { rows: [], endCursor: undefined, totalCount: 0 };

const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;
const WAITING = new Set<Row['status']>(['OPEN', 'CLAIMED', 'ESCALATED']);

export const isWaiting = ({ status }: Pick<Row, 'status'>): boolean => WAITING.has(status);

/** Escalated, then priority, then due time: as the platform orders its queue. */
export function compareRows(a: Row, b: Row): number {
  return (
    Number(b.status === 'ESCALATED') - Number(a.status === 'ESCALATED') ||
    PRIORITIES.indexOf(b.priority) - PRIORITIES.indexOf(a.priority) ||
    a.dueAt.localeCompare(b.dueAt) ||
    a.id.localeCompare(b.id)
  );
}

export function fits(row: Row, { priority, overdue, snoozed, assigneeId }: QueueFilter): boolean {
  return (
    isWaiting(row) &&
    (row.snoozedUntil != null) === snoozed &&
    (priority.length === 0 || priority.includes(row.priority)) &&
    (!overdue || row.overdue) &&
    (assigneeId === undefined || row.assignee?.id === assigneeId)
  );
}

/** The queue after one change of one item. A row behind the last page that was loaded stays away until that page is. */
export function applyChange(state: QueueState, filter: QueueFilter, row: Row): QueueState {
  const known = state.rows.find(({ id }) => id === row.id);
  const stays = fits(row, filter);
  // The place of a claimed row does not change under the reader's eyes.
  if (known && stays && known.dueAt === row.dueAt && known.priority === row.priority && known.status !== 'ESCALATED' && row.status !== 'ESCALATED')
    return { ...state, rows: state.rows.map((other) => (other.id === row.id ? row : other)) };
  const others = known ? state.rows.filter(({ id }) => id !== row.id) : state.rows;
  const count = state.totalCount + (stays ? 1 : 0) - (known ? 1 : 0);
  if (!stays) return { ...state, rows: others, totalCount: Math.max(count, others.length) };
  const at = others.findIndex((other) => compareRows(row, other) < 0);
  const isBehind = at < 0 && state.endCursor !== undefined;
  const rows = isBehind ? others : at < 0 ? [...others, row] : [...others.slice(0, at), row, ...others.slice(at)];
  return { ...state, rows, totalCount: Math.max(count, rows.length) };
}

/** What a change of the queue means for whoever has the item open. */
export const endsReview = (change: ReviewChange): boolean => change === 'DECIDED' || change === 'ESCALATED';
