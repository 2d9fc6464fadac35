import type { ApiClientResolvers } from '../generated/resolvers.ts';

export const ApiClient: ApiClientResolvers = {
  __resolveReference: async ({ id }, { deps, known }) => (await deps.clients.find(known().tenant, id)) ?? null,
};
