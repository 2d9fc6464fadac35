import { changePassword } from '../commands/change-password.ts';
import { createApiClient } from '../commands/create-api-client.ts';
import { createUser } from '../commands/create-user.ts';
import { disableUser } from '../commands/disable-user.ts';
import { refreshSession } from '../commands/refresh-session.ts';
import { revokeApiClient } from '../commands/revoke-api-client.ts';
import { setUserRoles } from '../commands/set-user-roles.ts';
import { signIn } from '../commands/sign-in.ts';
import { signOut } from '../commands/sign-out.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation: MutationResolvers = {
  signIn: (_, credentials, { deps }) => signIn(deps, credentials),
  refreshSession: (_, { refreshToken }, { deps }) => refreshSession(deps, refreshToken),
  signOut: (_, { refreshToken }, { deps, known }) => signOut(deps, known(), refreshToken),
  createUser: (_, { input }, { deps, known }) => createUser(deps, known().tenant, input),
  setUserRoles: (_, { id, roles }, { deps, known }) => setUserRoles(deps, known().tenant, id, roles),
  disableUser: (_, { id }, { deps, known }) => disableUser(deps, known().tenant, id),
  changePassword: (_, { current, next }, { deps, known }) => changePassword(deps, known(), current, next),
  createApiClient: (_, { input }, { deps, known }) => createApiClient(deps, known(), input),
  revokeApiClient: async (_, { id }, { deps, known }) => {
    await revokeApiClient(deps, known().tenant, id);
    return true;
  },
};
