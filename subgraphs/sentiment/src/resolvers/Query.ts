import { analyzeTexts } from '../commands/analyze-texts.ts';
import { checkFilter } from '../domain/interaction-filter.ts';
import { refused } from '../errors.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  analyzeSentiment: async (_, { text, language }, { deps, tenant }) => (await analyzeTexts(deps, tenant(), [text], language, () => 'text'))[0]!,
  analyzeSentiments: (_, { texts, language }, { deps, tenant }) => analyzeTexts(deps, tenant(), texts, language, (index) => `texts[${index}]`),
  interaction: (_, { id }, { loaders }) => loaders().interactions.load(id),
  interactions: (_, { filter, first, after }, { deps, tenant }) => {
    const wrong = checkFilter(filter ?? {});
    if (wrong) throw refused(wrong);
    return deps.interactions.list(tenant(), filter ?? {}, { first: first ?? 20, after });
  },
  customer: (_, { id }, { loaders }) => loaders().customers.load(id),
};
