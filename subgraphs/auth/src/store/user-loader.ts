import DataLoader from 'dataloader';
import type { User } from '../domain/user.ts';
import type { UserStore } from './users.ts';

export type UserLoader = DataLoader<string, User | undefined>;

/** Users of one tenant by id, in one query a tick; undefined for ids that the tenant does not have. One per request. */
export function createUserLoader(users: UserStore, tenant: string): UserLoader {
  return new DataLoader(async (ids) => {
    const found = new Map((await users.findMany(tenant, ids)).map((user) => [user.id, user]));
    return ids.map((id) => found.get(id));
  });
}
