export type ReviewStatus = 'OPEN' | 'CLAIMED' | 'APPROVED' | 'EDITED' | 'REJECTED' | 'ESCALATED';
export type ReviewPriority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';
export type ReviewAction = 'APPROVE' | 'EDIT' | 'REJECT' | 'ESCALATE';
export type ReviewChange = 'ADDED' | 'CLAIMED' | 'RELEASED' | 'DECIDED' | 'ESCALATED' | 'ASSIGNED' | 'COMMENTED' | 'OVERDUE' | 'SNOOZED' | 'WOKEN';
export type Channel = 'EMAIL' | 'CHAT' | 'PHONE' | 'SOCIAL' | 'REVIEW' | 'SURVEY' | 'TICKET';

/** A draft that needs a person. */
export interface ReviewItem {
  id: string;
  tenant: string;
  responseId: string;
  interactionId: string;
  customerId: string;
  channel: Channel;
  status: ReviewStatus;
  priority: ReviewPriority;
  reasons: string[];
  /** Holder of the lease (CLAIMED), who decided, or whom it is reserved for (OPEN, ESCALATED). */
  assigneeId?: string;
  /** CLAIMED only. */
  leaseExpiresAt?: Date;
  /** Put off until then; it waits for nobody before. Absent on what somebody holds and on what is decided. */
  snoozedUntil?: Date;
  /** Somebody asked for more authority; stays true, so that a lease that runs out leads back to ESCALATED. */
  escalated: boolean;
  dueAt: Date;
  /** That it became overdue has been told. */
  overdueTold: boolean;
  /** The latest one; an escalation until somebody decides for good. */
  decision?: Decision;
  /** Oldest first. */
  history: HistoryEntry[];
  createdAt: Date;
  /** Grows with every change; a change is stored only upon the version it was made from. */
  version: number;
}

export interface Decision extends DecisionInput {
  by: string;
  at: Date;
}

export interface DecisionInput {
  action: ReviewAction;
  editedText?: string;
  reason?: string;
  labels: string[];
}

export interface HistoryEntry {
  change: ReviewChange;
  by?: string;
  at: Date;
  note?: string;
}

/** A Relay connection of items; `totalCount` counts when it is called. */
export interface ReviewItemPage {
  edges: { cursor: string; node: ReviewItem }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: () => Promise<number>;
}

/** Stands for the event of that id; the queue's figures are looked up when asked for. */
export interface QueueUpdate {
  id: string;
}

/** A draft of which only the id is known here. */
export interface ResponseReference {
  id: string;
}

export const WAITING: readonly ReviewStatus[] = ['OPEN', 'CLAIMED', 'ESCALATED'];

export const isWaiting = (item: ReviewItem): boolean => WAITING.includes(item.status);

export const isOverdue = (item: ReviewItem, now: Date): boolean => isWaiting(item) && item.dueAt <= now;

const PRIORITIES: readonly ReviewPriority[] = ['URGENT', 'HIGH', 'NORMAL', 'LOW'];
export const DECIDED_RANK = 90;

/** Place in the queue before the due time counts, the smallest first: escalated (0 to 3), other waiting (10 to 13), decided (90). */
export function rankOf(item: ReviewItem): number {
  if (!isWaiting(item)) return DECIDED_RANK;
  return (item.escalated ? 0 : 10) + PRIORITIES.indexOf(item.priority);
}
