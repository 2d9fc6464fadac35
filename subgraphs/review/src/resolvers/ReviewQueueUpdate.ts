import type { ReviewQueueUpdateResolvers } from '../generated/resolvers.ts';

export const ReviewQueueUpdate: ReviewQueueUpdateResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  openCount: (_, __, context) => context.countOpen(),
};
