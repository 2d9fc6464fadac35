import { authSessionRevoked, authUserChanged, type CloudEvent } from '@customerai/events';
import type { Deps } from '../context.ts';
import { scopesOfRoles } from '../domain/roles.ts';
import type { User } from '../domain/user.ts';

type Reason = 'SIGN_OUT' | 'PASSWORD_CHANGED' | 'USER_DISABLED' | 'TOKEN_REUSED';

/** Order holds for each person. */
const envelope = ({ newId }: Deps, tenant: string, userId: string, time: Date) => ({
  id: newId(),
  source: 'auth',
  tenant,
  partitionkey: userId,
  subject: userId,
  time,
});

/** Ends a session and tells the world; one that is over already stays as it is. */
export async function endSession(deps: Deps, session: { tenant: string; userId: string; id: string }, reason: Reason): Promise<void> {
  const { tenant, userId, id } = session;
  const now = deps.clock();
  const data = { userId, sessionId: id, reason, at: now.toISOString() };
  await deps.sessions.end(tenant, id, now, [authSessionRevoked.create({ ...envelope(deps, tenant, userId, now), data })]);
}

/** Ends a person's sessions, except one if named. */
export async function endSessions(deps: Deps, user: { tenant: string; userId: string }, reason: Reason, except?: string): Promise<void> {
  for (const id of await deps.sessions.listLive(user.tenant, user.userId)) if (id !== except) await endSession(deps, { ...user, id }, reason);
}

/** What the world hears of a person whose rights are these from now on. */
export function eventsOfUser(deps: Deps, { tenant, id, roles, disabled }: Pick<User, 'tenant' | 'id' | 'roles' | 'disabled'>): CloudEvent[] {
  const now = deps.clock();
  const data = { userId: id, roles: [...roles], scopes: disabled ? [] : scopesOfRoles(roles), disabled, at: now.toISOString() };
  return [authUserChanged.create({ ...envelope(deps, tenant, id, now), data })];
}
