import type { SentimentPointResolvers } from '../generated/resolvers.ts';

export const SentimentPoint: SentimentPointResolvers = {
  interaction: async ({ interactionId }, _, { loaders }) => (await loaders().interactions.load(interactionId))!,
};
