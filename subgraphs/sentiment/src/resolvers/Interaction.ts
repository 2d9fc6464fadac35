import { analysisOf } from '../domain/interaction.ts';
import type { InteractionResolvers } from '../generated/resolvers.ts';

export const Interaction: InteractionResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders().interactions.load(id),
  customer: async ({ customerId }, _, { loaders }) => (await loaders().customers.load(customerId)) ?? { id: customerId },
  sentiment: (interaction) => analysisOf(interaction),
};
