import type { KnowledgeArticleResolvers } from '../generated/resolvers.ts';

export const KnowledgeArticle: KnowledgeArticleResolvers = {
  __resolveReference: ({ id }, { load }) => load().article.load(id),
};
