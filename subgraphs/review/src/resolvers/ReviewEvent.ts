import type { ReviewEventResolvers } from '../generated/resolvers.ts';

export const ReviewEvent: ReviewEventResolvers = {
  by: ({ by }) => (by === undefined ? null : { id: by }),
};
