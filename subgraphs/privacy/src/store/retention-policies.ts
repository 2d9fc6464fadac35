import { acrossTenants, isDuplicate, type Model, type Store, type StoredDocument } from '@customerai/store';
import type { RetentionPolicy, RetentionRule } from '../domain/retention.ts';

/** `nextAt`: when the next round is due; absent while there is no rule. */
type PolicyDocument = StoredDocument & Omit<RetentionPolicy, 'tenant'> & { nextAt?: Date };

export type RetentionPolicyStore = ReturnType<typeof createRetentionPolicyStore>;

const toPolicy = ({ tenant, version, rules }: PolicyDocument): RetentionPolicy => ({ tenant, version, rules });

/** How long data is kept: one document a tenant. */
export function createRetentionPolicyStore(store: Store) {
  const policies: Model<PolicyDocument> = store.collection<PolicyDocument>('retentionPolicies', {
    fields: { version: { type: Number, required: true }, rules: [Object], nextAt: Date },
    indexes: [[{ nextAt: 1 }, { sparse: true }]],
  });
  return {
    /** Version 0 without rules where none was ever set. */
    find: async (tenant: string): Promise<RetentionPolicy> => {
      const found = (await policies.findOne({ tenant, _id: tenant }).lean()) as PolicyDocument | null;
      return found ? toPolicy(found) : { tenant, version: 0, rules: [] };
    },
    /** In the place of the version before. False when somebody else was faster: then nothing was written. */
    save: async ({ tenant, version, rules }: RetentionPolicy, nextAt: Date): Promise<boolean> => {
      const change =
        rules.length > 0 ? { $set: { version, rules, nextAt } } : { $set: { version, rules: [] as RetentionRule[] }, $unset: { nextAt: 1 as const } };
      try {
        const { matchedCount, upsertedCount } = await policies.updateOne({ tenant, _id: tenant, version: version - 1 }, change, {
          upsert: version === 1,
        });
        return matchedCount + upsertedCount === 1;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    /** Takes one whose next round is due, of any tenant: until `lease` nobody else does. */
    takeDue: async (now: Date, lease: Date): Promise<RetentionPolicy | undefined> => {
      const taken = policies.findOneAndUpdate({ nextAt: { $lte: now } } as never, { $set: { nextAt: lease } }, acrossTenants);
      const found = (await taken.lean()) as PolicyDocument | null;
      return found ? toPolicy(found) : undefined;
    },
    /** The next round after one that was taken; nothing where the policy was changed meanwhile. */
    schedule: async (tenant: string, lease: Date, nextAt: Date): Promise<void> => {
      await policies.updateOne({ tenant, _id: tenant, nextAt: lease }, { $set: { nextAt } });
    },
  };
}
