import type { NewId } from '@customerai/service';
import { isDuplicate, type Model, type Store, type StoredDocument } from '@customerai/store';
import type { Customer } from '../domain/interaction.ts';

interface CustomerDocument extends StoredDocument {
  customerId: string;
  name?: string;
  createdAt: Date;
}

export type CustomerStore = ReturnType<typeof createCustomerStore>;

/** Customers by what their own systems call them. */
export function createCustomerStore(store: Store, newId: NewId) {
  const customers: Model<CustomerDocument> = store.collection<CustomerDocument>('customers', {
    fields: { customerId: { type: String, required: true }, name: String, createdAt: { type: Date, required: true } },
    indexes: [[{ tenant: 1, customerId: 1 }, { unique: true }]],
  });

  return {
    /** Makes customers known, and their names where one is given. One write for all. */
    upsertMany: async (tenant: string, known: readonly Customer[], now: Date): Promise<void> => {
      if (known.length === 0) return;
      const write = () =>
        customers.bulkWrite(
          known.map(({ id, name }) => ({
            updateOne: {
              filter: { tenant, customerId: id },
              update: { ...(name === undefined ? {} : { $set: { name } }), $setOnInsert: { _id: newId(), createdAt: now } },
              upsert: true,
            },
          })),
          { ordered: false },
        );
      try {
        await write();
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        await write(); // another writer was first with the same customer: now it is an update
      }
    },
    /** Removes a customer, or only the name of one who stays known. Answers how many records that changed. */
    forget: async (tenant: string, customerId: string, stays: boolean): Promise<number> =>
      stays
        ? (await customers.updateOne({ tenant, customerId, name: { $exists: true } }, { $unset: { name: 1 } })).modifiedCount
        : (await customers.deleteOne({ tenant, customerId })).deletedCount,
    remove: async (tenant: string, ids: readonly string[]): Promise<void> => {
      await customers.deleteMany({ tenant, customerId: { $in: [...ids] } });
    },
    findMany: async (tenant: string, ids: readonly string[]): Promise<Customer[]> => {
      const found = await customers.find({ tenant, customerId: { $in: [...ids] } }).lean();
      return found.map(({ customerId, name }) => ({ id: customerId, ...(name === undefined ? {} : { name }) }));
    },
  };
}
