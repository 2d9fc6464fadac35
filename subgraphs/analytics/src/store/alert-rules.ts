import type { CloudEvent } from '@customerai/events';
import { acrossTenants, isDuplicate, type Model, setWithOutbox, type Store, type StoredDocument } from '@customerai/store';
import type { Alert, AlertCondition, AlertRule } from '../domain/alerts.ts';

type RuleDocument = StoredDocument & Omit<AlertRule, 'id'> & { removedAt?: Date };

export type RuleStore = ReturnType<typeof createRuleStore>;

function toRule({ _id: id, tenant, name, metric, comparison, threshold, windowMs, webhookUrl, revision, alert }: RuleDocument): AlertRule {
  return { id, tenant, name, metric, comparison, threshold, windowMs, revision, ...(webhookUrl ? { webhookUrl } : {}), ...(alert ? { alert } : {}) };
}

/** Alert rules by tenant, each with its latest turn in the same document: a turn and its event are one write. */
export function createRuleStore(store: Store) {
  const model: Model<RuleDocument> = store.collection<RuleDocument>('alertRules', {
    fields: {
      name: { type: String, required: true },
      metric: { type: String, required: true },
      comparison: { type: String, required: true },
      threshold: { type: Number, required: true },
      windowMs: { type: Number, required: true },
      webhookUrl: String,
      revision: { type: Number, required: true },
      alert: { _id: false, type: { id: String, value: Number, at: Date, resolved: Boolean } },
      removedAt: Date,
    },
    outbox: true,
    indexes: [[{ tenant: 1, name: 1 }, { unique: true }]],
  });
  const there = { removedAt: { $exists: false } };
  const all = async (filter: object, options: object = {}) =>
    ((await model.find({ ...filter, ...there }, null, { sort: { tenant: 1, name: 1 }, ...options }).lean()) as RuleDocument[]).map(toRule);

  return {
    /** By name. */
    list: (tenant: string): Promise<AlertRule[]> => all({ tenant }),
    /** Of every tenant, for the timer. */
    listAll: (): Promise<AlertRule[]> => all({}, acrossTenants),
    /** Removed ones too: alerts outlive their rules. In the order of the ids. */
    findMany: async (tenant: string, ids: readonly string[]): Promise<(AlertRule | null)[]> => {
      const found = (await model.find({ tenant, _id: { $in: [...ids] } }).lean()) as RuleDocument[];
      const byId = new Map(found.map((document) => [document._id, toRule(document)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    count: (tenant: string): Promise<number> => model.countDocuments({ tenant, ...there }).exec(),
    /** Makes the rule of that name, or changes it (a removed one comes back); its alert stays as it is until the next evaluation. */
    set: async (tenant: string, id: string, name: string, rule: AlertCondition & { webhookUrl?: string }): Promise<AlertRule> => {
      const { webhookUrl, ...condition } = rule;
      const change = {
        $set: { ...condition, ...(webhookUrl === undefined ? {} : { webhookUrl }) },
        $unset: { removedAt: 1, ...(webhookUrl === undefined ? { webhookUrl: 1 } : {}) },
        $setOnInsert: { _id: id },
        $inc: { revision: 1 },
      };
      const write = () => model.findOneAndUpdate({ tenant, name }, change as never, { upsert: true, returnDocument: 'after' }).lean();
      try {
        return toRule((await write()) as RuleDocument);
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        return toRule((await write()) as RuleDocument); // another made it at the same moment: now it is there to be changed
      }
    },
    /** Takes a turn with what is told of it. False when the rule has turned or changed since it was read: another replica was first. */
    turn: async ({ tenant, id, revision }: AlertRule, alert: Alert, events: readonly CloudEvent[]): Promise<boolean> => {
      const changed = setWithOutbox({ alert, revision: revision + 1 }, events);
      return (await model.updateOne({ tenant, _id: id, revision, ...there } as never, changed as never)).matchedCount === 1;
    },
    /** Ends a rule with what is told of it; one of that name begins anew. False as for `turn`. */
    remove: async ({ tenant, id, revision }: AlertRule, at: Date, events: readonly CloudEvent[]): Promise<boolean> => {
      const change = { ...setWithOutbox({ removedAt: at, revision: revision + 1 }, events), $unset: { alert: 1 } };
      return (await model.updateOne({ tenant, _id: id, revision, ...there } as never, change as never)).matchedCount === 1;
    },
  };
}
