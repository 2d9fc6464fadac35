import type { ReviewDecisionResolvers } from '../generated/resolvers.ts';

export const ReviewDecision: ReviewDecisionResolvers = {
  by: ({ by }) => ({ id: by }),
};
