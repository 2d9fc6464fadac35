import type { UserConnectionResolvers } from '../generated/resolvers.ts';

export const UserConnection: UserConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
