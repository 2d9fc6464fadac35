import type { Expired } from '@customerai/service';
import { isDuplicate, type Model, ofCustomer, page, type Page, type PageArguments, type Store, type StoredDocument } from '@customerai/store';
import type { Correction, CorrectionFilter } from '../domain/correction.ts';

export type CorrectionPage = Page<Correction>;
export type CorrectionStore = ReturnType<typeof createCorrectionStore>;

type CorrectionDocument = Omit<Correction, 'id'> & StoredDocument & { differs: boolean };

function toCorrection(document: CorrectionDocument): Correction {
  const { _id: id, interactionId, customerId, label, modelLabel, probabilities, model, consent, consentSource, correctedBy, correctedAt } = document;
  return { id, interactionId, customerId, label, modelLabel, probabilities, model, consent, consentSource, correctedBy, correctedAt };
}

function toQuery(tenant: string, { consent, differs, correctedFrom, correctedTo }: CorrectionFilter) {
  return {
    tenant,
    ...(typeof consent === 'boolean' ? { consent } : {}),
    ...(typeof differs === 'boolean' ? { differs } : {}),
    ...(correctedFrom || correctedTo
      ? { correctedAt: { ...(correctedFrom ? { $gte: correctedFrom } : {}), ...(correctedTo ? { $lt: correctedTo } : {}) } }
      : {}),
  };
}

/** What people said of analyses: one correction an interaction. */
export function createCorrectionStore(store: Store) {
  const corrections: Model<CorrectionDocument> = store.collection<CorrectionDocument>('corrections', {
    fields: {
      interactionId: { type: String, required: true },
      customerId: { type: String, required: true },
      label: { type: String, required: true },
      modelLabel: { type: String, required: true },
      differs: { type: Boolean, required: true },
      probabilities: { type: Object, required: true },
      model: { type: Object, required: true },
      consent: { type: Boolean, required: true },
      consentSource: String,
      correctedBy: { type: String, required: true },
      correctedAt: { type: Date, required: true },
    },
    indexes: [[{ tenant: 1, interactionId: 1 }, { unique: true }], [{ tenant: 1, customerId: 1 }], [{ tenant: 1, correctedAt: -1, _id: -1 }]],
  });
  const read = async (query: { tenant: string } & Record<string, unknown>) =>
    ((await corrections.find(query).lean()) as CorrectionDocument[]).map(toCorrection);

  return {
    /** In the place of an earlier one of the same interaction, whose id it keeps. */
    save: async (tenant: string, { id, ...fields }: Correction): Promise<Correction> => {
      const { interactionId, consentSource, ...rest } = fields;
      const write = () =>
        corrections.updateOne(
          { tenant, interactionId },
          {
            $set: { ...rest, differs: rest.label !== rest.modelLabel, ...(consentSource === undefined ? {} : { consentSource }) },
            ...(consentSource === undefined ? { $unset: { consentSource: 1 } } : {}),
            $setOnInsert: { _id: id },
          },
          { upsert: true },
        );
      try {
        await write();
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        await write(); // somebody else was first with the same interaction: now it is an update
      }
      return (await read({ tenant, interactionId }))[0]!;
    },
    findMany: (tenant: string, ids: readonly string[]): Promise<Correction[]> => read({ tenant, _id: { $in: [...ids] } }),
    findByInteractions: (tenant: string, interactionIds: readonly string[]): Promise<Correction[]> =>
      read({ tenant, interactionId: { $in: [...interactionIds] } }),
    /** Newest first. */
    list: (tenant: string, filter: CorrectionFilter, { first, after }: PageArguments): Promise<CorrectionPage> =>
      page(corrections, toQuery(tenant, filter) as never, { sort: [['correctedAt', -1]], first, after, toNode: toCorrection }),
    ofCustomer: async (tenant: string, customerId: string, from: { after?: string | undefined; first: number }): Promise<Correction[]> =>
      (await ofCustomer(corrections, tenant, customerId, from)).map(toCorrection),
    /** Of interactions whose id is before this one. Answers how many there were. */
    removeBefore: async (tenant: string, customerId: string, before: string): Promise<number> =>
      (await corrections.deleteMany({ tenant, customerId, interactionId: { $lt: before } })).deletedCount,
    countExpired: ({ tenant, before, held }: Expired): Promise<number> =>
      corrections.countDocuments({ tenant, interactionId: { $lt: before, $nin: [...held] } }).exec(),
    /** Answers how many there were. */
    removeOf: async (tenant: string, interactionIds: readonly string[]): Promise<number> =>
      (await corrections.deleteMany({ tenant, interactionId: { $in: [...interactionIds] } })).deletedCount,
    /** Answers how many had it. */
    withdrawConsent: async (tenant: string, customerId: string): Promise<number> => {
      const { modifiedCount } = await corrections.updateMany(
        { tenant, customerId, consent: true },
        { $set: { consent: false }, $unset: { consentSource: 1 } },
      );
      return modifiedCount;
    },
  };
}
