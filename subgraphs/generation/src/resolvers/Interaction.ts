import type { InteractionResolvers } from '../generated/resolvers.ts';

export const Interaction: InteractionResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  responses: ({ id }, _, { load }) => load().responsesOfInteraction.load(id),
};
