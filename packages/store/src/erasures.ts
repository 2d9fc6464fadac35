import { createHash } from 'node:crypto';
import type { Model } from 'mongoose';
import type { Store, StoredDocument } from './open-store.ts';
import { acrossTenants } from './require-tenant.ts';

interface ErasureDocument extends StoredDocument {
  /** A UUIDv7. */
  before: string;
}

/**
 * What a service remembers of erasures, so that what was under way meanwhile can be told when it comes late. Eraser: mark, then remove. Writer: write, then look for a mark
 * and remove. However the two cross, one of them sees the other. An id is a UUIDv7, so an older id was made before.
 */
export interface Erasures {
  /** From now on everything of the customer with an id before this one is erased. Never goes back. */
  mark(tenant: string, customerId: string, before: string): Promise<void>;
  /** By customer, the id before which everything is erased; customers that never were are left out. */
  marks(tenant: string, customerIds: readonly string[]): Promise<Map<string, string>>;
  /** The customer's mark if what has this id was made before it, and so is erased. */
  covering(tenant: string, customerId: string, id: string): Promise<string | undefined>;
}

// The mark outlives the customer, so it does not name them: ids may be chosen after people.
const keyOf = (tenant: string, customerId: string) =>
  createHash('sha256')
    .update(JSON.stringify([tenant, customerId]))
    .digest('base64url');

/** Call before the store's `start`. */
export function openErasures(store: Store): Erasures {
  const erasures = collectionOf(store);
  const marks: Erasures['marks'] = async (tenant, customerIds) => {
    const keys = new Map(customerIds.map((customerId) => [keyOf(tenant, customerId), customerId]));
    const found = (await erasures.find({ tenant, _id: { $in: [...keys.keys()] } }).lean()) as ErasureDocument[];
    return new Map(found.map(({ _id, before }) => [keys.get(_id)!, before]));
  };
  return {
    mark: (tenant, customerId, before) => saveMark(erasures, tenant, keyOf(tenant, customerId), before),
    marks,
    covering: coveringBy(marks),
  };
}

/** The same for a service that is one process alone: it looks into memory, so that looking costs its stream of events nothing. Call `load` after the store's `start`. */
export function openErasuresInMemory(store: Store): Erasures & { load(): Promise<void> } {
  const erasures = collectionOf(store);
  const known = new Map<string, string>();
  const marks: Erasures['marks'] = async (tenant, customerIds) =>
    new Map(
      customerIds.flatMap((customerId) => {
        const before = known.get(keyOf(tenant, customerId));
        return before === undefined ? [] : [[customerId, before] as const];
      }),
    );
  return {
    load: async () => {
      for (const { _id, before } of (await erasures.find({}, null, acrossTenants).lean()) as ErasureDocument[]) known.set(_id, before);
    },
    mark: async (tenant, customerId, before) => {
      const key = keyOf(tenant, customerId);
      await saveMark(erasures, tenant, key, before);
      if (before > (known.get(key) ?? '')) known.set(key, before);
    },
    marks,
    covering: coveringBy(marks),
  };
}

const coveringBy =
  (marks: Erasures['marks']): Erasures['covering'] =>
  async (tenant, customerId, id) => {
    const before = (await marks(tenant, [customerId])).get(customerId);
    return before !== undefined && id < before ? before : undefined;
  };

const collectionOf = (store: Store): Model<ErasureDocument> =>
  store.collection<ErasureDocument>('erasures', { fields: { before: { type: String, required: true } } });

async function saveMark(erasures: Model<ErasureDocument>, tenant: string, key: string, before: string): Promise<void> {
  await erasures.updateOne({ tenant, _id: key }, { $max: { before } }, { upsert: true });
}
