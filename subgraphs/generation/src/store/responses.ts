import type { CloudEvent } from '@customerai/events';
import type { Expired } from '@customerai/service';
import { isDuplicate, type Model, ofCustomer, type Store, type StoredDocument, withOutbox } from '@customerai/store';
import { type GeneratedResponse, type ResponseStatus, sourcesOf } from '../domain/generated-response.ts';

interface ResponseDocument extends StoredDocument, Omit<GeneratedResponse, 'id' | 'tenant'> {
  /** The composer's text, once a reviewer has changed it. */
  draftText?: string;
}

export type ResponseStore = ReturnType<typeof createResponseStore>;

function toResponse({ _id, ...fields }: ResponseDocument): GeneratedResponse {
  const { citations, flags, piiTypes, model } = fields;
  return {
    id: _id,
    tenant: fields.tenant,
    interactionId: fields.interactionId,
    customerId: fields.customerId,
    origin: fields.origin,
    text: fields.text,
    status: fields.status,
    tone: fields.tone,
    citations: citations.map(({ articleId, quote, score }) => ({ articleId, quote, score })),
    groundedness: fields.groundedness,
    confidence: fields.confidence,
    flags: [...flags],
    piiTypes: [...piiTypes],
    model: { name: model.name, version: model.version },
    generatedAt: fields.generatedAt,
  };
}

const expired = ({ tenant, before, held }: Expired) => ({ tenant, interactionId: { $lt: before, $nin: [...held] } });

/** Draft answers by tenant. */
export function createResponseStore(store: Store) {
  const text = { type: String, required: true } as const;
  const number = { type: Number, required: true } as const;
  const responses: Model<ResponseDocument> = store.collection<ResponseDocument>('responses', {
    fields: {
      interactionId: text,
      customerId: text,
      origin: text,
      text,
      draftText: String,
      status: text,
      tone: text,
      citations: { type: [{ _id: false, articleId: String, quote: String, score: Number }], required: true },
      groundedness: number,
      confidence: number,
      flags: { type: [String], required: true },
      piiTypes: { type: [String], required: true },
      model: { name: text, version: text },
      generatedAt: { type: Date, required: true },
    },
    indexes: [
      [{ tenant: 1, origin: 1 }, { unique: true }],
      [{ tenant: 1, interactionId: 1, generatedAt: -1 }],
      [{ tenant: 1, customerId: 1, _id: 1 }],
    ],
    outbox: true,
  });
  const findAll = async (filter: object): Promise<GeneratedResponse[]> =>
    ((await responses.find(filter).sort({ generatedAt: -1, _id: -1 }).lean()) as ResponseDocument[]).map(toResponse);

  return {
    /** Stores a draft and its events in one write. False when the tenant has one of that origin: then nothing was written. */
    insert: async ({ id, ...fields }: GeneratedResponse, events: readonly CloudEvent[]): Promise<boolean> => {
      try {
        await responses.create([{ _id: id, ...fields, ...withOutbox(events) } as never]);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    hasOrigin: async (tenant: string, origin: string): Promise<boolean> => (await responses.findOne({ tenant, origin }, { _id: 1 }).lean()) !== null,
    findMany: (tenant: string, ids: readonly string[]): Promise<GeneratedResponse[]> => findAll({ tenant, _id: { $in: [...ids] } }),
    /** The newest first. */
    findByInteractions: (tenant: string, ids: readonly string[]): Promise<GeneratedResponse[]> =>
      findAll({ tenant, interactionId: { $in: [...ids] } }),
    /** Of one customer, by id, with the composer's text where a reviewer has changed it. */
    ofCustomer: async (tenant: string, customerId: string, from: { after?: string | undefined; first: number }) => {
      const found = await ofCustomer(responses, tenant, customerId, from);
      return found.map((document) => ({ ...toResponse(document), ...(document.draftText === undefined ? {} : { draftText: document.draftText }) }));
    },
    /** To interactions with an id before this one. Answers how many there were. */
    removeBefore: async (tenant: string, customerId: string, before: string): Promise<number> =>
      (await responses.deleteMany({ tenant, customerId, interactionId: { $lt: before } })).deletedCount,
    countExpired: (which: Expired): Promise<number> => responses.countDocuments(expired(which)).exec(),
    /** Answers how many it were. */
    removeExpired: async (which: Expired, first: number): Promise<number> => {
      const found = await responses.find(expired(which), { _id: 1 }).limit(first).lean();
      return (await responses.deleteMany({ tenant: which.tenant, _id: { $in: found.map(({ _id }) => _id) } })).deletedCount;
    },
    /** Moves a response where the table of moves allows it, with the reviewer's text if there is one. False when it did not move. */
    move: async (tenant: string, id: string, target: ResponseStatus, editedText?: string): Promise<boolean> => {
      const filter = { tenant, _id: id, status: { $in: sourcesOf(target) } };
      if (editedText === undefined) return (await responses.updateOne(filter, { $set: { status: target } })).modifiedCount === 1;
      const before = (await responses.findOne(filter).lean()) as ResponseDocument | null;
      if (!before) return false;
      const change = { status: target, text: editedText, draftText: before.draftText ?? before.text };
      return (await responses.updateOne(filter, { $set: change })).modifiedCount === 1;
    },
  };
}
