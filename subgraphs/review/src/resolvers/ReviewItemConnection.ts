import type { ReviewItemConnectionResolvers } from '../generated/resolvers.ts';

export const ReviewItemConnection: ReviewItemConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
