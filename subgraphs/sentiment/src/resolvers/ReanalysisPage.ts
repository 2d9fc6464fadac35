import type { ReanalysisPageResolvers } from '../generated/resolvers.ts';

export const ReanalysisPage: ReanalysisPageResolvers = {
  remaining: ({ model }, _, { deps, tenant }) => deps.interactions.countAnalysedByOthers(tenant(), model),
};
