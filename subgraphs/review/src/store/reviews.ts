import type { CloudEvent } from '@customerai/events';
import type { Expired } from '@customerai/service';
import {
  acrossTenants,
  isDuplicate,
  type Model,
  ofCustomer,
  page,
  setWithOutbox,
  type Store,
  type StoredDocument,
  withOutbox,
} from '@customerai/store';
import { rankOf, type ReviewItem, type ReviewItemPage, WAITING } from '../domain/review-item.ts';
import type { DecisionFact, QueueCounts } from '../domain/stats.ts';
import { awake, claimableBy, filterConditions, type HistoryFilter, historyConditions, inTenant, type ItemFilter, stillWaiting } from './query.ts';

/** Absent values are stored as null. `rank` orders the queue; `decidedAt` is set by a final decision. */
type ItemDocument = StoredDocument & { [Field in keyof Omit<ReviewItem, 'id' | 'tenant'>]-?: ReviewItem[Field] | null } & {
  rank: number;
  decidedAt: Date | null;
};

export interface WaitingFigures {
  _id: ReviewItem['status'];
  count: number;
  oldest: Date;
  overdue: number;
}

export type ReviewStore = ReturnType<typeof createReviewStore>;

const QUEUE_ORDER = [
  ['rank', 1],
  ['dueAt', 1],
  ['_id', 1],
] as const;

function toItem({ _id, ...fields }: ItemDocument): ReviewItem {
  const present = Object.fromEntries(Object.entries(fields).filter(([field, value]) => value !== null && field !== 'rank' && field !== 'decidedAt'));
  return { id: _id, ...present } as unknown as ReviewItem;
}

/** What a move may change, as stored. */
function changeable(item: ReviewItem) {
  const { status, assigneeId = null, leaseExpiresAt = null, snoozedUntil = null, escalated, overdueTold, decision = null } = item;
  const decidedAt = decision && decision.action !== 'ESCALATE' ? decision.at : null;
  return { status, assigneeId, leaseExpiresAt, snoozedUntil, escalated, overdueTold, decision, decidedAt, rank: rankOf(item) };
}

/** What somebody holds a lease of stays, also when the lease was taken a moment ago. */
const expired = ({ tenant, before, held }: Expired, now: Date) => ({
  tenant,
  interactionId: { $lt: before, $nin: [...held] },
  $nor: [{ status: 'CLAIMED', leaseExpiresAt: { $gt: now } }],
});

export function createReviewStore(store: Store) {
  const items: Model<ItemDocument> = store.collection<ItemDocument>('reviewItems', {
    fields: {
      responseId: { type: String, required: true },
      interactionId: { type: String, required: true },
      customerId: { type: String, required: true },
      channel: { type: String, required: true },
      status: { type: String, required: true },
      priority: { type: String, required: true },
      reasons: { type: [String], required: true },
      assigneeId: String,
      leaseExpiresAt: Date,
      snoozedUntil: Date,
      escalated: { type: Boolean, required: true },
      dueAt: { type: Date, required: true },
      overdueTold: { type: Boolean, required: true },
      decision: Object,
      decidedAt: Date,
      history: [Object],
      createdAt: { type: Date, required: true },
      version: { type: Number, required: true },
      rank: { type: Number, required: true },
    },
    indexes: [
      [{ tenant: 1, responseId: 1 }, { unique: true }],
      [{ tenant: 1, rank: 1, dueAt: 1, _id: 1 }],
      [{ tenant: 1, status: 1, rank: 1, dueAt: 1, _id: 1 }],
      [{ tenant: 1, decidedAt: 1 }],
      [{ tenant: 1, customerId: 1, _id: 1 }],
      [{ tenant: 1, interactionId: 1 }],
      [{ status: 1, leaseExpiresAt: 1 }],
      [{ status: 1, overdueTold: 1, dueAt: 1 }],
      [{ snoozedUntil: 1 }],
    ],
    outbox: true,
  });
  const many = async (query: object, options: object = {}, limit = 0): Promise<ReviewItem[]> => {
    const found = await items
      .find(query, null, options)
      .sort(QUEUE_ORDER.map(([field, direction]) => [field, direction]))
      .limit(limit)
      .lean();
    return (found as unknown as ItemDocument[]).map(toItem);
  };
  const count = (query: object): Promise<number> => items.countDocuments(query).exec();

  return {
    /** Adds an item with its events. False when the draft has one already: the event came again. */
    insert: async (item: ReviewItem, events: readonly CloudEvent[]): Promise<boolean> => {
      const { id, ...fields } = item;
      try {
        await items.create({ ...fields, ...changeable(item), _id: id, ...withOutbox(events) } as never);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    /** Stores a change with its events, upon the version that it was made from. False when that is not the stored one any more. */
    update: async (before: ReviewItem, after: ReviewItem, events: readonly CloudEvent[]): Promise<boolean> => {
      const update = setWithOutbox({ ...changeable(after), version: after.version }, events);
      const entries = after.history.slice(before.history.length);
      if (entries.length > 0) update['$push'] = { ...(update['$push'] as object), history: { $each: entries } };
      const { matchedCount } = await items.updateOne({ tenant: before.tenant, _id: before.id, version: before.version }, update);
      return matchedCount === 1;
    },
    /** Of one customer, by id. */
    ofCustomer: async (tenant: string, customerId: string, from: { after?: string | undefined; first: number }): Promise<ReviewItem[]> =>
      (await ofCustomer(items, tenant, customerId, from)).map(toItem),
    /** Of interactions with an id before this one. Answers how many there were. */
    removeBefore: async (tenant: string, customerId: string, before: string): Promise<number> =>
      (await items.deleteMany({ tenant, customerId, interactionId: { $lt: before } })).deletedCount,
    countExpired: (which: Expired, now: Date): Promise<number> => count(expired(which, now)),
    /** Answers how many it were. */
    removeExpired: async (which: Expired, now: Date, first: number): Promise<number> => {
      const found = await items
        .find(expired(which, now) as object, { _id: 1 })
        .limit(first)
        .lean();
      return (await items.deleteMany({ ...expired(which, now), _id: { $in: found.map(({ _id }) => _id) } } as never)).deletedCount;
    },
    /** The interactions of items under a lease. */
    heldInteractions: async (tenant: string, now: Date): Promise<string[]> =>
      items.distinct('interactionId', { tenant, status: 'CLAIMED', leaseExpiresAt: { $gt: now } }).exec(),
    find: async (tenant: string, id: string): Promise<ReviewItem | undefined> => (await many({ tenant, _id: id }))[0],
    findMany: (tenant: string, ids: readonly string[]) => many({ tenant, _id: { $in: [...ids] } }),
    findByResponses: (tenant: string, responseIds: readonly string[]) => many({ tenant, responseId: { $in: [...responseIds] } }),
    /** The queue in its order. Without a status or a history: what waits, and is not put off unless the filter asks for that. */
    list: (
      tenant: string,
      { history, ...filter }: ItemFilter & { history?: HistoryFilter | null },
      now: Date,
      { first, after }: { first: number; after?: string | null },
    ): Promise<ReviewItemPage> => {
      const queue = filter.status == null && !history;
      const wanted = queue ? { ...filter, snoozed: filter.snoozed ?? false } : filter;
      const conditions = [...(queue ? [stillWaiting] : []), ...filterConditions(wanted, now), ...historyConditions(history ?? {})];
      return page<ItemDocument, ReviewItem>(items, inTenant(tenant, conditions) as never, { sort: QUEUE_ORDER, first, after, toNode: toItem });
    },
    /** The most urgent items that this person could claim now, in the order of the queue. */
    findClaimable: (tenant: string, filter: ItemFilter, claimant: { by: string; mayAssign: boolean }, now: Date, limit: number) =>
      many(inTenant(tenant, [...filterConditions(filter, now), claimableBy(claimant, now)]), {}, limit),
    /** Of all tenants, for the sweep. */
    findExpired: (now: Date, limit: number) => many({ status: 'CLAIMED', leaseExpiresAt: { $lte: now } }, acrossTenants, limit),
    findNewlyOverdue: (now: Date, limit: number) =>
      many({ status: { $in: [...WAITING] }, overdueTold: false, dueAt: { $lte: now } }, acrossTenants, limit),
    findWaking: (now: Date, limit: number) => many({ snoozedUntil: { $lte: now } }, acrossTenants, limit),
    countOpen: (tenant: string, now: Date) => count(inTenant(tenant, [{ status: 'OPEN' }, awake(now)])),
    counts: async (tenant: string, now: Date): Promise<QueueCounts> => {
      const [open, snoozed, claimed, overdue] = await Promise.all([
        count(inTenant(tenant, [{ status: 'OPEN' }, awake(now)])),
        count({ tenant, snoozedUntil: { $gt: now } }),
        count({ tenant, status: 'CLAIMED' }),
        count(inTenant(tenant, filterConditions({ overdue: true }, now))),
      ]);
      return { open, snoozed, claimed, overdue };
    },
    /** What waits, of all tenants together, for the figures of the platform: by status how many, and when the oldest came. */
    waiting: async (now: Date): Promise<WaitingFigures[]> => {
      const overdue = { $sum: { $cond: [{ $lte: ['$dueAt', now] }, 1, 0] } };
      return items
        .aggregate<WaitingFigures>([
          { $match: { status: { $in: [...WAITING] } } },
          { $group: { _id: '$status', count: { $sum: 1 }, oldest: { $min: '$createdAt' }, overdue } },
        ])
        .option(acrossTenants as never);
    },
    /** Final decisions from `from` (inclusive) to `to` (exclusive). */
    decisions: async (tenant: string, { from, to }: { from?: Date; to?: Date }): Promise<DecisionFact[]> => {
      const range = { $ne: null, ...(from ? { $gte: from } : {}), ...(to ? { $lt: to } : {}) };
      const found = (await items.find({ tenant, decidedAt: range }, { decision: 1, createdAt: 1 }).lean()) as unknown as ItemDocument[];
      return found.map(({ decision, createdAt }) => ({
        by: decision!.by,
        action: decision!.action as DecisionFact['action'],
        tookMs: decision!.at.getTime() - createdAt!.getTime(),
      }));
    },
  };
}
