import { notFound } from '@customerai/service';
import type { Deps } from '../context.ts';
import type { User } from '../domain/user.ts';
import { endSessions, eventsOfUser } from './auth-events.ts';
import { keepAnAdmin } from './keep-an-admin.ts';

/** Lets a person in no more and ends their sessions; again is the same. Throws NOT_FOUND, CONFLICT for the last admin. */
export async function disableUser(deps: Deps, tenant: string, id: string): Promise<User> {
  const user = await deps.users.find(tenant, id);
  if (!user) throw notFound('user', id);
  await keepAnAdmin(deps, user, {
    apply: () => deps.users.setDisabled(tenant, id, true, user.disabled ? [] : eventsOfUser(deps, { ...user, disabled: true })),
    revert: () => deps.users.setDisabled(tenant, id, user.disabled, eventsOfUser(deps, user)),
  });
  await endSessions(deps, { tenant, userId: id }, 'USER_DISABLED');
  return { ...user, disabled: true };
}
