import { listArticles } from '../commands/list-articles.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  generatedResponse: (_, { id }, { load }) => load().response.load(id),
  knowledgeArticles: (_, args, { deps, known }) => listArticles(deps, known().tenant, args),
};
