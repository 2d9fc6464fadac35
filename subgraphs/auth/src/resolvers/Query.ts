import { notFound } from '@customerai/service';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  me: async (_, __, context) => {
    const { id } = context.known();
    const user = await context.loadUser(id);
    if (!user) throw notFound('user', id);
    return user;
  },
  user: (_, { id }, context) => context.loadUser(id),
  users: (_, { search, first, after }, context) => context.deps.users.search(context.known().tenant, { search, first: first ?? 20, after }),
  apiClients: (_, __, { deps, known }) => deps.clients.list(known().tenant),
};
