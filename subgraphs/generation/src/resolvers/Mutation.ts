import { generateResponse } from '../commands/generate-response.ts';
import { upsertArticle } from '../commands/upsert-article.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation: MutationResolvers = {
  generateResponse: (_, args, { deps, known }) => generateResponse(deps, known().tenant, args),
  upsertKnowledgeArticle: (_, { input }, { deps, known }) => upsertArticle(deps, known().tenant, input),
  deleteKnowledgeArticle: (_, { id }, { deps, known }) => deps.articles.remove(known().tenant, id, deps.clock()),
};
