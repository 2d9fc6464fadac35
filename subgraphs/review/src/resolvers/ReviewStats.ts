import { notImplemented, toDuration } from '@customerai/service';
import type { ReviewStatsResolvers } from '../generated/resolvers.ts';

const duration = (ms: number | undefined) => (ms === undefined ? null : toDuration(ms));

export const ReviewStats: ReviewStatsResolvers = {
  medianTimeToDecision: ({ medianMs }) => duration(medianMs),
  p90TimeToDecision: ({ p90Ms }) => duration(p90Ms),
  agreement: () => {
    throw notImplemented('Agreement between reviewers (it takes double review)');
  },
};
