// @ts-nocheck
import { notImplemented } from '@customerai/service';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const Query: QueryResolvers = {
  models: (_, __, { models }) => [...models.values()],
  model: (_, { name }, { models }) => models.get(name) ?? null,
  embed: () => {
    throw notImplemented('Embedding of texts');
  },
  semanticSearch: () => {
    throw notImplemented('Semantic search');
  },
  trainingJob: () => {
    throw notImplemented('Training through the API');
  },
};
