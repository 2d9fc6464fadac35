import { badInput, requireScopes, requireViewer, ServiceError } from '@customerai/service';
import { isFailed } from '../inference/runtime.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';

const MOST_TEXTS = 256;
const MOST_QUERY = 10_000;
const MOST_CHARACTERS = 100_000;

export const Query: QueryResolvers = {
  models: (_, __, { repository }) => repository.models(),
  model: (_, { name }, { repository }) => repository.models().find((model) => model.name === name) ?? null,
  embed: async (_, { texts, model: named }, { model }) => {
    if (named != null && named !== model.name) throw badInput('model', `Embeddings are made by "${model.name}".`);
    if (texts.length > MOST_TEXTS) throw badInput('texts', `At most ${MOST_TEXTS} texts at a time; these are ${texts.length}.`);
    const long = texts.findIndex((text) => text.length > MOST_CHARACTERS);
    if (long >= 0) throw badInput(`texts.${long}`, `A text has at most ${MOST_CHARACTERS.toLocaleString('en')} characters.`);
    const { spec, results } = await model.embed(texts);
    return results.map((result) => {
      if (isFailed(result)) throw new ServiceError('SERVICE_UNAVAILABLE', result.error.message);
      return { vector: Array.from(result.vector), model: { name: spec.name, version: spec.version } };
    });
  },
  semanticSearch: async (_, { query, corpus, first }, { search, viewer }) => {
    const { tenant } = requireViewer(viewer);
    // Customers' words are for those who may read them, whichever way they are found.
    if (corpus === 'INTERACTIONS') requireScopes(viewer, [['interactions:read']]);
    const count = first ?? 10;
    if (count < 1 || count > 100) throw badInput('first', 'Between 1 and 100.');
    if (query.length > MOST_QUERY) throw badInput('query', `A query has at most ${MOST_QUERY.toLocaleString('en')} characters.`);
    if (!query.trim()) throw badInput('query', 'Say what to look for.');
    return search.search(tenant, corpus, query, count);
  },
  trainingJob: async (_, { id }, { viewer, training }) => (await training.find(requireViewer(viewer).tenant, id)) ?? null,
  trainingJobs: (_, { first, after }, { viewer, training }) => training.list(requireViewer(viewer).tenant, { first: first ?? 20, after }) as never,
};
