import type { CloudEvent } from '@customerai/events';
import { type Model, ofCustomer, type Store, type StoredDocument, withOutbox } from '@customerai/store';
import type { ConsentRecord } from '../domain/consent.ts';

type ConsentDocument = Omit<ConsentRecord, 'id'> & StoredDocument;

export type ConsentStore = ReturnType<typeof createConsentStore>;

const toRecord = ({ _id: id, customerId, purpose, granted, source, at, recordedBy }: ConsentDocument): ConsentRecord => ({
  id,
  customerId,
  purpose,
  granted,
  ...(source === undefined ? {} : { source }),
  at,
  recordedBy,
});

/** What customers consented to: every word that was ever said stays. */
export function createConsentStore(store: Store) {
  const consents: Model<ConsentDocument> = store.collection<ConsentDocument>('consents', {
    fields: {
      customerId: { type: String, required: true },
      purpose: { type: String, required: true },
      granted: { type: Boolean, required: true },
      source: String,
      at: { type: Date, required: true },
      recordedBy: { type: String, required: true },
    },
    indexes: [[{ tenant: 1, customerId: 1, _id: -1 }]],
    outbox: true,
  });
  return {
    insert: async (tenant: string, { id, ...fields }: ConsentRecord, events: readonly CloudEvent[]): Promise<void> => {
      await consents.create([{ _id: id, tenant, ...fields, ...withOutbox(events) } as never]);
    },
    /** Of one customer, by id. */
    ofCustomer: async (tenant: string, customerId: string, from: { after?: string | undefined; first: number }): Promise<ConsentRecord[]> =>
      (await ofCustomer(consents, tenant, customerId, from)).map(toRecord),
    /** With an id before this one. Answers how many there were. */
    removeBefore: async (tenant: string, customerId: string, before: string): Promise<number> =>
      (await consents.deleteMany({ tenant, customerId, _id: { $lt: before } })).deletedCount,
    /** The newest first. */
    findByCustomers: async (tenant: string, customerIds: readonly string[]): Promise<ConsentRecord[]> =>
      (
        (await consents
          .find({ tenant, customerId: { $in: [...customerIds] } })
          .sort({ _id: -1 })
          .lean()) as ConsentDocument[]
      ).map(toRecord),
  };
}
