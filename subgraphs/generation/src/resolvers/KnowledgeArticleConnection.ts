import type { KnowledgeArticleConnectionResolvers } from '../generated/resolvers.ts';

export const KnowledgeArticleConnection: KnowledgeArticleConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
