import type { GeneratedResponseResolvers } from '../generated/resolvers.ts';

export const GeneratedResponse: GeneratedResponseResolvers = {
  // Whether the draft exists is its owner's to say; we know by its id whether it has a review.
  __resolveReference: ({ id }) => ({ id }),
  review: ({ id }, _, context) => context.loadItemOfResponse(id),
};
