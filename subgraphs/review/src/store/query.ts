import { DECIDED_RANK, type ReviewPriority, type ReviewStatus, WAITING } from '../domain/review-item.ts';

export interface ItemFilter {
  status?: readonly ReviewStatus[] | null;
  priority?: readonly ReviewPriority[] | null;
  assigneeId?: string | null;
  reason?: readonly string[] | null;
  overdue?: boolean | null;
  snoozed?: boolean | null;
}

/** What happened to an item. */
export interface HistoryFilter {
  decidedBy?: string | null;
  decidedFrom?: Date | null;
  decidedTo?: Date | null;
  addedFrom?: Date | null;
  addedTo?: Date | null;
}

type Query = Record<string, unknown>;

/** A client's filter as conditions that must all hold. An absent condition does not restrict; an empty list matches nothing. */
export function filterConditions({ status, priority, assigneeId, reason, overdue, snoozed }: ItemFilter, now: Date): Query[] {
  const conditions: Query[] = [];
  if (status != null) conditions.push({ status: { $in: [...status] } });
  if (priority != null) conditions.push({ priority: { $in: [...priority] } });
  if (assigneeId != null) conditions.push({ assigneeId });
  if (reason != null) conditions.push({ reasons: { $in: [...reason] } });
  if (overdue === true) conditions.push({ status: { $in: [...WAITING] } }, { dueAt: { $lte: now } });
  if (overdue === false) conditions.push({ $or: [{ status: { $nin: [...WAITING] } }, { dueAt: { $gt: now } }] });
  if (snoozed === true) conditions.push({ snoozedUntil: { $gt: now } });
  if (snoozed === false) conditions.push(awake(now));
  return conditions;
}

export function historyConditions({ decidedBy, decidedFrom, decidedTo, addedFrom, addedTo }: HistoryFilter): Query[] {
  const range = (field: string, from: Date | null | undefined, to: Date | null | undefined): Query[] =>
    from || to ? [{ [field]: { ...(from ? { $gte: from } : {}), ...(to ? { $lt: to } : {}) } }] : [];
  return [
    ...(decidedBy ? [{ 'decision.by': decidedBy }] : []),
    ...range('decision.at', decidedFrom, decidedTo),
    ...range('createdAt', addedFrom, addedTo),
  ];
}

/** Not put off, or not any longer. */
export const awake = (now: Date): Query => ({ $or: [{ snoozedUntil: null }, { snoozedUntil: { $lte: now } }] });

/** Everything that waits, said by rank: the index that sorts the queue then also ends it, however many decided items lie behind. */
export const stillWaiting: Query = { rank: { $lt: DECIDED_RANK } };

/** What `claimNextReview` may hand out: the twin, as a query, of the rules of a claim in `domain/moves.ts`. */
export function claimableBy({ by, mayAssign }: { by: string; mayAssign: boolean }, now: Date): Query {
  const mineOrFree = [{ assigneeId: null }, { assigneeId: by }];
  const free = [
    { status: 'OPEN', $or: [...mineOrFree, { dueAt: { $lte: now } }] },
    { status: 'CLAIMED', leaseExpiresAt: { $lte: now }, ...(mayAssign ? {} : { escalated: false }) },
    { status: 'ESCALATED', ...(mayAssign ? { $or: mineOrFree } : { assigneeId: by }) },
  ];
  return { $and: [awake(now), { $or: free }] };
}

export const inTenant = (tenant: string, conditions: readonly Query[]): { tenant: string } & Query => ({
  tenant,
  ...(conditions.length > 0 ? { $and: [...conditions] } : {}),
});
