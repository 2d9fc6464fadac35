import type { Expired } from '@customerai/service';
import { type Model, ofCustomer, type Store, type StoredDocument } from '@customerai/store';

export type Corpus = 'KNOWLEDGE' | 'INTERACTIONS';

/** What is kept of one searchable passage: where it is from and its vector, never its words. */
export interface StoredVector {
  /** Unique in the corpus; an article's passages are `<article>#<number>`. */
  key: string;
  /** Of the article or interaction. */
  itemId: string;
  customerId?: string | undefined;
  /** Of the passage in the item's text. */
  start: number;
  end: number;
  /** Absent once it was removed. */
  vector?: Float32Array | undefined;
  /** Grows with time: what another process has written is found by it. */
  revision: string;
}

interface VectorDocument extends StoredDocument {
  corpus: Corpus;
  key: string;
  itemId: string;
  customerId?: string;
  start: number;
  end: number;
  vector?: Buffer;
  /** Of the model. */
  version: string;
  revision: string;
}

interface StateDocument extends StoredDocument {
  version: string;
  cursor: number;
}

export type VectorStore = ReturnType<typeof createVectorStore>;

const idOf = (tenant: string, corpus: Corpus, key: string) => `${tenant}/${corpus}/${key}`;

const expired = ({ tenant, before, held }: Expired) => ({
  tenant,
  corpus: 'INTERACTIONS' as const,
  itemId: { $lt: before, $nin: [...held] },
  vector: { $exists: true }, // what was removed leaves a note for the other processes
});

export function createVectorStore(store: Store, newId: () => string) {
  const vectors: Model<VectorDocument> = store.collection<VectorDocument>('vectors', {
    fields: {
      corpus: { type: String, required: true },
      key: { type: String, required: true },
      itemId: { type: String, required: true },
      customerId: { type: String },
      start: { type: Number, required: true },
      end: { type: Number, required: true },
      vector: { type: Buffer },
      version: { type: String, required: true },
      revision: { type: String, required: true },
    },
    indexes: [[{ tenant: 1, corpus: 1, revision: 1 }], [{ tenant: 1, corpus: 1, itemId: 1 }], [{ tenant: 1, customerId: 1 }]],
  });
  const states: Model<StateDocument> = store.collection<StateDocument>('searchStates', {
    fields: { version: { type: String, required: true }, cursor: { type: Number, required: true } },
  });
  const tombstone = () => ({ $set: { revision: newId() }, $unset: { vector: 1, customerId: 1 } });

  return {
    /** Puts the passages of one item in place of those it had. */
    replace: async (
      tenant: string,
      corpus: Corpus,
      itemId: string,
      version: string,
      passages: readonly { start: number; end: number; vector: Float32Array; customerId?: string | undefined }[],
    ): Promise<void> => {
      const keys = passages.map((_, index) => `${itemId}#${index}`);
      for (const [index, { start, end, vector, customerId }] of passages.entries()) {
        const key = keys[index]!;
        const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
        const fields = { corpus, key, itemId, start, end, vector: bytes, version, revision: newId(), ...(customerId ? { customerId } : {}) };
        await vectors.updateOne({ tenant, _id: idOf(tenant, corpus, key) }, { $set: fields }, { upsert: true });
      }
      await vectors.updateMany({ tenant, corpus, itemId, key: { $nin: keys } }, tombstone());
    },
    /** Removes the passages of one customer's messages with an id before this one. Tells how many it was. */
    forget: async (tenant: string, customerId: string, before: string): Promise<number> =>
      (await vectors.updateMany({ tenant, customerId, itemId: { $lt: before } }, tombstone())).modifiedCount,
    /** Passages of messages. */
    countExpired: (which: Expired): Promise<number> => vectors.countDocuments(expired(which)).exec(),
    /** Answers how many passages it were. */
    removeExpired: async (which: Expired, first: number): Promise<number> => {
      const found = await vectors.find(expired(which), { _id: 1 }).limit(first).lean();
      const { tenant } = which;
      return (await vectors.updateMany({ tenant, _id: { $in: found.map(({ _id }) => _id) } }, tombstone())).modifiedCount;
    },
    /** Of one customer, in the order of their ids. */
    ofCustomer: async (tenant: string, customerId: string, from: { after?: string | undefined; first: number }) => {
      const found = await ofCustomer(vectors, tenant, customerId, from);
      return found.map(({ _id: id, itemId: interactionId, start, end, version }) => ({ id, interactionId, start, end, version }));
    },
    /** What was written from a revision on, by this model's version, in order; removed ones too. */
    since: async (tenant: string, corpus: Corpus, version: string, revision: string, first: number): Promise<StoredVector[]> => {
      const found = (await vectors
        .find({ tenant, corpus, version, revision: { $gt: revision } })
        .sort({ revision: 1 })
        .limit(first)
        .lean()) as (VectorDocument & { vector?: { buffer: Buffer } | Buffer })[];
      return found.map(({ key, itemId, customerId, start, end, vector, revision: at }) => ({
        key,
        itemId,
        customerId,
        start,
        end,
        vector: vector ? toFloats(Buffer.isBuffer(vector) ? vector : Buffer.from((vector as { buffer: Buffer }).buffer)) : undefined,
        revision: at,
      }));
    },
    /** How far the owner's items were taken in, by this version of the model; undefined when they were not, or by another version. */
    cursor: async (tenant: string, corpus: Corpus, version: string): Promise<number | undefined> => {
      const state = (await states.findOne({ tenant, _id: `${tenant}/${corpus}` }).lean()) as StateDocument | null;
      return state?.version === version ? state.cursor : undefined;
    },
    setCursor: async (tenant: string, corpus: Corpus, version: string, cursor: number): Promise<void> => {
      await states.updateOne({ tenant, _id: `${tenant}/${corpus}` }, { $set: { version, cursor } }, { upsert: true });
    },
  };
}

const toFloats = (bytes: Buffer) => new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
