import type { CustomerRecord } from '@customerai/service';
import { acrossTenants, type Model, type Store, type StoredDocument } from '@customerai/store';
import { seal, unseal } from '../domain/seal.ts';

interface PartDocument extends StoredDocument {
  requestId: string;
  customerId: string;
  service: string;
  number: number;
  /** Nonce, ciphertext and tag of AES-256-GCM over the JSON of the records. */
  sealed: Buffer;
  keptUntil: Date;
}

export type ExportPartStore = ReturnType<typeof createExportPartStore>;

interface PartKey {
  tenant: string;
  requestId: string;
  service: string;
  number: number;
}

const idOf = ({ requestId, service, number }: PartKey) => `${requestId}/${service}/${number}`;

/**
 * What services handed out for an export, page by page, encrypted: nowhere else does so much of one person lie in one place. Bound to tenant, request, service and page, so that no part
 * opens in another's place.
 */
export function createExportPartStore(store: Store, secret: () => Buffer) {
  const parts: Model<PartDocument> = store.collection<PartDocument>('exportParts', {
    fields: {
      requestId: { type: String, required: true },
      customerId: { type: String, required: true },
      service: { type: String, required: true },
      number: { type: Number, required: true },
      sealed: { type: Buffer, required: true },
      keptUntil: { type: Date, required: true },
    },
    indexes: [[{ tenant: 1, requestId: 1, service: 1, number: 1 }], [{ tenant: 1, customerId: 1 }], [{ keptUntil: 1 }]],
  });
  const about = (part: PartKey) => Buffer.from(JSON.stringify([part.tenant, part.requestId, part.service, part.number]));

  return {
    /** In the place of a part of that number. */
    put: async (part: PartKey & { customerId: string; keptUntil: Date }, records: readonly CustomerRecord[]): Promise<void> => {
      const { tenant, ...rest } = part;
      await parts.updateOne(
        { tenant, _id: idOf(part) },
        { $set: { ...rest, sealed: seal(secret(), about(part), JSON.stringify(records)) } },
        { upsert: true },
      );
    },
    /** The page of that number; undefined behind the last. */
    get: async (part: PartKey): Promise<CustomerRecord[] | undefined> => {
      const found = (await parts.findOne({ tenant: part.tenant, _id: idOf(part) }).lean()) as PartDocument | null;
      if (!found) return undefined;
      const sealed = found.sealed as Buffer | { buffer: Uint8Array }; // the driver's own Binary
      return JSON.parse(unseal(secret(), about(part), Buffer.isBuffer(sealed) ? sealed : Buffer.from(sealed.buffer))) as CustomerRecord[];
    },
    /** A service's pages of an earlier try, from this number on. */
    cutFrom: async ({ tenant, requestId, service, number }: PartKey): Promise<void> => {
      await parts.deleteMany({ tenant, requestId, service, number: { $gte: number } });
    },
    has: async (tenant: string, requestId: string): Promise<boolean> => (await parts.findOne({ tenant, requestId }, { _id: 1 }).lean()) !== null,
    /** Exports of a customer that were asked for before an id. Answers how many pages it were. */
    removeBefore: async (tenant: string, customerId: string, before: string): Promise<number> =>
      (await parts.deleteMany({ tenant, customerId, requestId: { $lt: before } })).deletedCount,
    removeExpired: async (now: Date): Promise<void> => {
      await parts.deleteMany({ keptUntil: { $lte: now } } as never, acrossTenants);
    },
  };
}
