import type { ApiClient } from '../domain/api-client.ts';
import { scopesOfRoles } from '../domain/roles.ts';
import type { User as UserFields } from '../domain/user.ts';
import type { UserResolvers } from '../generated/resolvers.ts';

export const User: UserResolvers = {
  // What was done may have been done by a program.
  __resolveReference: async ({ id }, context) =>
    (await context.loadUser(id)) ?? actingProgram(await context.deps.clients.find(context.known().tenant, id)),
  scopes: ({ roles }) => scopesOfRoles(roles),
};

const actingProgram = (client: ApiClient | undefined): UserFields | undefined =>
  client && { id: client.id, tenant: client.tenant, name: client.name, email: '', roles: [], disabled: false, createdAt: client.createdAt };
