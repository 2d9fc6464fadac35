import type { SentimentCorrectionResolvers } from '../generated/resolvers.ts';

export const SentimentCorrection: SentimentCorrectionResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders().corrections.load(id),
  interaction: ({ interactionId }, _, { loaders }) => loaders().interactions.load(interactionId),
  correctedBy: ({ correctedBy }) => ({ __typename: 'User' as const, id: correctedBy }),
};
