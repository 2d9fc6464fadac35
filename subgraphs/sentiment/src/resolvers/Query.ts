import { ServiceError } from '@customerai/service';
import { analyzeTexts } from '../commands/analyze-texts.ts';
import { checkFilter } from '../domain/interaction-filter.ts';
import type { Analysis } from '../domain/interaction.ts';
import { refused } from '../errors.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  analyzeSentiment: async (_, { text, language }, { deps, tenant }) => {
    const [analysis] = await analyzeTexts(deps, tenant(), [text], language, () => 'text');
    if (analysis instanceof ServiceError) throw analysis;
    return analysis!;
  },
  // An error in the list becomes null there, with the error at its path.
  analyzeSentiments: async (_, { texts, language }, { deps, tenant }) =>
    (await analyzeTexts(deps, tenant(), texts, language, (index) => `texts[${index}]`)) as Analysis[],
  interaction: (_, { id }, { loaders }) => loaders().interactions.load(id),
  interactions: (_, { filter, first, after }, { deps, tenant }) => {
    const wrong = checkFilter(filter ?? {});
    if (wrong) throw refused(wrong);
    return deps.interactions.list(tenant(), filter ?? {}, { first: first ?? 20, after });
  },
  customer: (_, { id }, { loaders }) => loaders().customers.load(id),
  sentimentCorrections: (_, { filter, first, after }, { deps, tenant }) =>
    deps.corrections.list(tenant(), filter ?? {}, { first: first ?? 20, after }),
};
