import type { CloudEvent } from '@customerai/events';
import type { Expired } from '@customerai/service';
import {
  duplicatePositions,
  type Model,
  ofCustomer,
  type Page,
  page,
  type PageArguments,
  setWithOutbox,
  type Store,
  withOutbox,
} from '@customerai/store';
import type { Analysed, Channel, Interaction } from '../domain/interaction.ts';
import type { InteractionFilter } from '../domain/interaction-filter.ts';
import type { ScoredMessage } from '../domain/sentiment-course.ts';
import { type InteractionDocument, interactionCollection, toDocument, toInteraction } from './interaction-document.ts';

export type InteractionPage = Page<Interaction>;
export type InteractionStore = ReturnType<typeof createInteractionStore>;

const literal = (text: string) => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'i');

function toQuery(tenant: string, filter: InteractionFilter) {
  const { customerId, channel, label, receivedFrom, receivedTo, text, language, emotion, aspect } = filter;
  return {
    tenant,
    ...(customerId ? { customerId } : {}),
    ...(channel?.length ? { channel: { $in: [...channel] } } : {}),
    ...(label?.length ? { 'analysis.label': { $in: [...label] } } : {}),
    ...(receivedFrom || receivedTo
      ? { receivedAt: { ...(receivedFrom ? { $gte: receivedFrom } : {}), ...(receivedTo ? { $lt: receivedTo } : {}) } }
      : {}),
    ...(text ? { text: literal(text) } : {}),
    ...(language?.length ? { language: { $in: [...language] } } : {}),
    ...(emotion?.length ? { 'analysis.emotions.emotion': { $in: [...emotion] } } : {}),
    ...(aspect?.length ? { 'analysis.categories': { $in: [...aspect] } } : {}),
  };
}

interface ModelId {
  name: string;
  version: string;
}

const expired = ({ tenant, before, held }: Expired) => ({ tenant, _id: { $lt: before, $nin: [...held] } });

const byOthers = (tenant: string, { name, version }: ModelId) => ({
  tenant,
  analysis: { $exists: true },
  $or: [{ 'analysis.model.version': { $ne: version } }, { 'analysis.model.name': { $ne: name } }],
});

/** Customers' messages with their analyses. */
export function createInteractionStore(store: Store) {
  const interactions: Model<InteractionDocument> = store.collection<InteractionDocument>('interactions', interactionCollection);
  const read = async (query: { tenant: string } & Record<string, unknown>) =>
    ((await interactions.find(query).lean()) as InteractionDocument[]).map(toInteraction);

  return {
    /** Inserts all that are new, each with its event, in one write. Answers the positions of those whose external id is taken. */
    insertMany: async (tenant: string, fresh: readonly { interaction: Interaction; event: CloudEvent }[]): Promise<number[]> => {
      if (fresh.length === 0) return [];
      const documents = fresh.map(({ interaction, event }) => ({ ...toDocument(tenant, interaction), ...withOutbox([event]) }));
      try {
        await interactions.insertMany(documents, { ordered: false });
        return [];
      } catch (error) {
        store.wake(); // those that went in have events waiting
        return duplicatePositions(error);
      }
    },
    findByExternalIds: async (tenant: string, channel: Channel, externalIds: readonly string[]): Promise<Interaction[]> =>
      read({ tenant, channel, externalId: { $in: [...externalIds] } }),
    findMany: async (tenant: string, ids: readonly string[]): Promise<Interaction[]> => read({ tenant, _id: { $in: [...ids] } }),
    findByAnalyses: async (tenant: string, analysisIds: readonly string[]): Promise<Interaction[]> =>
      read({ tenant, 'analysis.id': { $in: [...analysisIds] } }),
    /** Newest first. */
    list: (tenant: string, filter: InteractionFilter, { first, after }: PageArguments): Promise<InteractionPage> =>
      page(interactions, toQuery(tenant, filter) as never, { sort: [['receivedAt', -1]], first, after, toNode: toInteraction }),
    /** Keeps an analysis and its event in one write, unless the interaction has one. Tells whether it did. */
    saveAnalysis: async (tenant: string, id: string, analysis: NonNullable<Interaction['analysis']>, event: CloudEvent): Promise<boolean> => {
      const { modifiedCount } = await interactions.updateOne({ tenant, _id: id, analysis: { $exists: false } }, setWithOutbox({ analysis }, [event]));
      return modifiedCount === 1;
    },
    /** In the place of the one that the interaction has, if that is still the one we saw. Tells whether it did. */
    replaceAnalysis: async (
      tenant: string,
      { id, analysis: seen }: Analysed,
      analysis: Analysed['analysis'],
      event: CloudEvent,
    ): Promise<boolean> => {
      const unchanged = { tenant, _id: id, 'analysis.analyzedAt': seen.analyzedAt, 'analysis.model': seen.model };
      const { modifiedCount } = await interactions.updateOne(unchanged, setWithOutbox({ analysis }, [event]));
      return modifiedCount === 1;
    },
    /** Those analysed by another model, in the order in which they were stored. `after`: an interaction's id. */
    findAnalysedByOthers: async (tenant: string, model: ModelId, { first, after }: { first: number; after?: string }): Promise<Analysed[]> => {
      const query = { ...byOthers(tenant, model), ...(after === undefined ? {} : { _id: { $gt: after } }) };
      const found = (await interactions.find(query).sort({ _id: 1 }).limit(first).lean()) as InteractionDocument[];
      return found.map(toInteraction) as Analysed[];
    },
    countAnalysedByOthers: (tenant: string, model: ModelId): Promise<number> => interactions.countDocuments(byOthers(tenant, model)).exec(),
    /** Of one customer, in the order in which they were stored. */
    ofCustomer: async (tenant: string, customerId: string, from: { after?: string | undefined; first: number }): Promise<Interaction[]> =>
      (await ofCustomer(interactions, tenant, customerId, from)).map(toInteraction),
    findBefore: async (tenant: string, customerId: string, before: string, first: number): Promise<Interaction[]> => {
      const found = await interactions
        .find({ tenant, customerId, _id: { $lt: before } })
        .limit(first)
        .lean();
      return (found as InteractionDocument[]).map(toInteraction);
    },
    /** The oldest first. */
    findExpired: async (which: Expired, first: number): Promise<Interaction[]> => {
      const found = await interactions.find(expired(which)).sort({ _id: 1 }).limit(first).lean();
      return (found as InteractionDocument[]).map(toInteraction);
    },
    countExpired: (which: Expired): Promise<number> => interactions.countDocuments(expired(which)).exec(),
    /** Those of the customers who have more than these interactions. */
    customersBeyond: async (tenant: string, customerIds: readonly string[], ids: readonly string[]): Promise<string[]> =>
      interactions.distinct('customerId', { tenant, customerId: { $in: [...customerIds] }, _id: { $nin: [...ids] } }).exec(),
    has: async (tenant: string, customerId: string): Promise<boolean> =>
      (await interactions.findOne({ tenant, customerId }, { _id: 1 }).lean()) !== null,
    /** Answers how many there were. */
    remove: async (tenant: string, ids: readonly string[]): Promise<number> =>
      (await interactions.deleteMany({ tenant, _id: { $in: [...ids] } })).deletedCount,
    /** Of one customer's analysed interactions, received from a moment on, the latest so many; the oldest first. */
    scoresOf: async (tenant: string, customerId: string, most: number, from?: Date): Promise<ScoredMessage[]> => {
      const query = { tenant, customerId, analysis: { $exists: true }, ...(from ? { receivedAt: { $gte: from } } : {}) };
      const fields = { receivedAt: 1, 'analysis.score': 1 };
      const found = (await interactions.find(query, fields).sort({ receivedAt: -1, _id: -1 }).limit(most).lean()) as InteractionDocument[];
      return found.map(({ _id, receivedAt, analysis }) => ({ interactionId: _id, at: receivedAt, score: analysis!.score })).toReversed();
    },
    /** Mean score by customer over analysed interactions, received from a moment on; customers without any are left out. */
    averageScores: async (tenant: string, customerIds: readonly string[], from?: Date): Promise<Map<string, number>> => {
      const match = { tenant, customerId: { $in: [...customerIds] }, analysis: { $exists: true }, ...(from ? { receivedAt: { $gte: from } } : {}) };
      const averages = await interactions.aggregate<{ _id: string; score: number }>([
        { $match: match },
        { $group: { _id: '$customerId', score: { $avg: '$analysis.score' } } },
      ]);
      return new Map(averages.map(({ _id, score }) => [_id, score]));
    },
  };
}
