import { type Decision, type DecisionInput, type HistoryEntry, isWaiting, type ReviewItem, type ReviewStatus } from './review-item.ts';

/** What can be done with an item. `mayAssign`: the person has the scope reviews:assign. */
export type Move =
  | { kind: 'claim'; by: string; mayAssign: boolean }
  | { kind: 'release'; by: string }
  | { kind: 'decide'; by: string; decision: DecisionInput }
  | { kind: 'snooze'; by: string; mayAssign: boolean; until: Date }
  /** `by`: before its time. */
  | { kind: 'wake'; by?: string }
  | { kind: 'assign'; by: string; to: string }
  | { kind: 'comment'; by: string; text: string }
  | { kind: 'expire' }
  | { kind: 'tellOverdue' };

/** One entry of the history with the item before and after it. */
export interface Step {
  entry: HistoryEntry;
  before: ReviewItem;
  after: ReviewItem;
}

export type Refusal =
  | { kind: 'illegal'; move: Move['kind']; status: ReviewStatus }
  | { kind: 'leased'; holderId: string; until: Date }
  | { kind: 'lease_lost'; ranOutAt: Date }
  | { kind: 'reserved'; forId: string; until: Date }
  | { kind: 'escalated' };

/** The item as given (same object) means that nothing changes; a new item without steps is a change that nobody needs to hear of. */
export type Outcome = { item: ReviewItem; steps: Step[] } | { refusal: Refusal };

/** Which moves each status allows. */
const LEGAL: Readonly<Record<ReviewStatus, readonly Move['kind'][]>> = {
  OPEN: ['claim', 'snooze', 'wake', 'assign', 'comment', 'tellOverdue'],
  CLAIMED: ['claim', 'release', 'decide', 'snooze', 'assign', 'comment', 'expire', 'tellOverdue'],
  ESCALATED: ['claim', 'snooze', 'wake', 'assign', 'comment', 'tellOverdue'],
  APPROVED: ['comment'],
  EDITED: ['comment'],
  REJECTED: ['comment'],
};

const STATUS_AFTER = { APPROVE: 'APPROVED', EDIT: 'EDITED', REJECT: 'REJECTED', ESCALATE: 'ESCALATED' } as const;

/** Makes a move, or says why not. Pure: `now` and the lease's length in ms come from outside. */
export function applyMove(item: ReviewItem, move: Move, now: Date, leaseMs: number): Outcome {
  if (isRepetition(item, move, now)) return unchanged(item);
  if (!LEGAL[item.status].includes(move.kind)) return { refusal: { kind: 'illegal', move: move.kind, status: item.status } };
  switch (move.kind) {
    case 'claim':
      return claim(item, move, now, leaseMs);
    case 'release':
      return item.assigneeId === move.by ? steps(back(item, { change: 'RELEASED', by: move.by, at: now })) : leased(item);
    case 'decide':
      return decide(item, move.by, move.decision, now);
    case 'snooze':
      return snooze(item, move, now);
    case 'wake':
      return steps(step(item, { snoozedUntil: undefined }, { change: 'WOKEN', by: move.by, at: now }));
    case 'assign':
      return steps(
        step(item, { ...returned(item), assigneeId: move.to, snoozedUntil: undefined }, { change: 'ASSIGNED', by: move.by, at: now, note: move.to }),
      );
    case 'comment':
      return steps(step(item, {}, { change: 'COMMENTED', by: move.by, at: now, note: move.text }));
    case 'expire':
      return hasLease(item, now) ? unchanged(item) : steps(expired(item, now));
    case 'tellOverdue':
      return steps(step(item, { overdueTold: true }, { change: 'OVERDUE', at: now }));
  }
}

const hasLease = (item: ReviewItem, now: Date) => item.leaseExpiresAt !== undefined && item.leaseExpiresAt > now;
const unchanged = (item: ReviewItem): Outcome => ({ item, steps: [] });
const steps = (...made: [Step, ...Step[]]): Outcome => ({ item: made.at(-1)!.after, steps: made });
const leased = (item: ReviewItem): Outcome => ({ refusal: { kind: 'leased', holderId: item.assigneeId!, until: item.leaseExpiresAt! } });

/** Without holder and lease, where it came from. */
const returned = (item: ReviewItem): Partial<ReviewItem> => ({
  status: item.escalated ? 'ESCALATED' : 'OPEN',
  assigneeId: undefined,
  leaseExpiresAt: undefined,
});

function step(before: ReviewItem, changed: Partial<ReviewItem>, entry: HistoryEntry): Step {
  return { entry, before, after: { ...before, ...changed, history: [...before.history, entry] } };
}

const back = (item: ReviewItem, entry: HistoryEntry): Step => step(item, returned(item), entry);
const expired = (item: ReviewItem, now: Date): Step => back(item, { change: 'RELEASED', at: now, note: 'The lease ran out.' });

/** A retry by the same person of what is already so must not fail, and must not be told twice. */
function isRepetition(item: ReviewItem, move: Move, now: Date): boolean {
  const last = item.history.at(-1);
  switch (move.kind) {
    case 'release':
      return item.status !== 'CLAIMED' && last?.change === 'RELEASED' && last.by === move.by;
    case 'decide':
      return item.decision?.by === move.by && item.status === STATUS_AFTER[item.decision.action] && isSame(item.decision, move.decision);
    case 'assign':
      return item.assigneeId === move.to && (item.status === 'CLAIMED' ? hasLease(item, now) : item.status === 'OPEN' || item.status === 'ESCALATED');
    case 'snooze':
      return item.status !== 'CLAIMED' && item.snoozedUntil?.getTime() === move.until.getTime();
    case 'wake':
      return item.snoozedUntil === undefined ? item.status !== 'CLAIMED' && isWaiting(item) : move.by === undefined && item.snoozedUntil > now;
    case 'tellOverdue':
      return item.overdueTold || item.dueAt > now;
    default:
      return false;
  }
}

function isSame(made: Decision, { action, editedText, reason, labels }: DecisionInput): boolean {
  return made.action === action && made.editedText === editedText && made.reason === reason && made.labels.join('\n') === labels.join('\n');
}

function claim(item: ReviewItem, { by, mayAssign }: { by: string; mayAssign: boolean }, now: Date, leaseMs: number): Outcome {
  const leaseExpiresAt = new Date(now.getTime() + leaseMs);
  if (hasLease(item, now)) return item.assigneeId === by ? { item: { ...item, leaseExpiresAt }, steps: [] } : leased(item);
  const released = item.status === 'CLAIMED' ? [expired(item, now)] : [];
  const free = released[0]?.after ?? item;
  const isForMe = free.assigneeId === by;
  const refusal = isForMe || mayAssign ? undefined : kept(free, now);
  if (refusal) return { refusal };
  const taken = step(free, { status: 'CLAIMED', assigneeId: by, leaseExpiresAt, snoozedUntil: undefined }, { change: 'CLAIMED', by, at: now });
  return { item: taken.after, steps: [...released, taken] };
}

/** Why somebody who may not assign cannot take an item that nobody holds, unless it is reserved for them. */
function kept({ escalated, assigneeId, dueAt }: ReviewItem, now: Date): Refusal | undefined {
  if (escalated) return { kind: 'escalated' };
  return assigneeId !== undefined && dueAt > now ? { kind: 'reserved', forId: assigneeId, until: dueAt } : undefined;
}

/** Who may take it may put it off; a lease on it ends, a reservation stays. */
function snooze(item: ReviewItem, { by, mayAssign, until }: { by: string; mayAssign: boolean; until: Date }, now: Date): Outcome {
  const isMine = item.assigneeId === by;
  if (hasLease(item, now) && !isMine) return leased(item);
  const released = item.status === 'CLAIMED' && !hasLease(item, now) ? [expired(item, now)] : [];
  const free = released[0]?.after ?? item;
  const refusal = isMine || mayAssign ? undefined : kept(free, now);
  if (refusal) return { refusal };
  const changed = { ...(free.status === 'CLAIMED' && returned(free)), snoozedUntil: until };
  const put = step(free, changed, { change: 'SNOOZED', by, at: now, note: until.toISOString() });
  return { item: put.after, steps: [...released, put] };
}

function decide(item: ReviewItem, by: string, input: DecisionInput, now: Date): Outcome {
  if (item.assigneeId !== by) return leased(item);
  if (!hasLease(item, now)) return { refusal: { kind: 'lease_lost', ranOutAt: item.leaseExpiresAt! } };
  const isFinal = input.action !== 'ESCALATE';
  const changed: Partial<ReviewItem> = {
    status: STATUS_AFTER[input.action],
    assigneeId: isFinal ? by : undefined,
    leaseExpiresAt: undefined,
    escalated: item.escalated || !isFinal,
    decision: { ...input, by, at: now },
  };
  return steps(step(item, changed, { change: isFinal ? 'DECIDED' : 'ESCALATED', by, at: now, note: input.reason }));
}
