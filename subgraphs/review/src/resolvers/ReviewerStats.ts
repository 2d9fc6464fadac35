import { toDuration } from '@customerai/service';
import type { ReviewerStatsResolvers } from '../generated/resolvers.ts';

export const ReviewerStats: ReviewerStatsResolvers = {
  user: ({ userId }) => ({ id: userId }),
  medianTimeToDecision: ({ medianMs }) => (medianMs === undefined ? null : toDuration(medianMs)),
};
