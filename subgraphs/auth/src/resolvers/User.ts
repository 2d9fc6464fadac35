import { scopesOfRoles } from '../domain/roles.ts';
import type { UserResolvers } from '../generated/resolvers.ts';

export const User: UserResolvers = {
  __resolveReference: ({ id }, context) => context.loadUser(id),
  scopes: ({ roles }) => scopesOfRoles(roles),
};
