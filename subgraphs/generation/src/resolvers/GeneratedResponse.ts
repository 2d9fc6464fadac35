import type { GeneratedResponseResolvers } from '../generated/resolvers.ts';

export const GeneratedResponse: GeneratedResponseResolvers = {
  __resolveReference: ({ id }, { load }) => load().response.load(id),
  interaction: ({ interactionId }) => ({ id: interactionId }),
  usage: () => null, // the built-in composer uses no tokens
};
