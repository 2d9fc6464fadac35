import { badInput, notFound } from '@customerai/service';
import type { Deps } from '../context.ts';
import type { Role } from '../domain/roles.ts';
import type { User } from '../domain/user.ts';
import { eventsOfUser } from './auth-events.ts';
import { keepAnAdmin } from './keep-an-admin.ts';

/** Replaces a person's roles. Throws NOT_FOUND, BAD_USER_INPUT, CONFLICT for the last admin. */
export async function setUserRoles(deps: Deps, tenant: string, id: string, wanted: readonly Role[]): Promise<User> {
  if (wanted.length === 0) throw badInput('roles', 'Give at least one role. To let a person in no more, disable them.');
  const roles = [...new Set(wanted)];
  const user = await deps.users.find(tenant, id);
  if (!user) throw notFound('user', id);
  const apply = () => deps.users.setRoles(tenant, id, roles, eventsOfUser(deps, { ...user, roles }));
  if (roles.includes('ADMIN')) await apply();
  else await keepAnAdmin(deps, user, { apply, revert: () => deps.users.setRoles(tenant, id, user.roles, eventsOfUser(deps, user)) });
  return { ...user, roles };
}
