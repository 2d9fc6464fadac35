import { badInput, conflict, type KnownViewer, notFound } from '@customerai/service';
import type { Deps } from '../context.ts';
import { passwordFault } from '../domain/password.ts';
import { endSessions } from './auth-events.ts';

/** Throws BAD_USER_INPUT for a wrong present or an unfit next password, RATE_LIMITED after too many wrong ones, CONFLICT when it was changed meanwhile. */
export async function changePassword(deps: Deps, viewer: KnownViewer, current: string, next: string): Promise<boolean> {
  const [user, before] = await Promise.all([deps.users.find(viewer.tenant, viewer.id), deps.users.findPasswordHash(viewer.tenant, viewer.id)]);
  if (!user || before === undefined) throw notFound('user', viewer.id);
  const fault = passwordFault(next, deps.passwordMinimum, user.email);
  if (fault !== undefined) throw badInput('next', fault);
  // Counted with sign-ins: a stolen access token must not be a way to guess the password.
  const right = await deps.limits.attempt(user.email, () => deps.hasher.verify(before, current));
  if (!right) throw badInput('current', 'This is not your present password.');
  const changed = await deps.users.changePasswordHash(viewer.tenant, viewer.id, before, await deps.hasher.hash(next));
  if (!changed) throw conflict('The password was changed at the same moment from elsewhere. Sign in again.');
  await endSessions(deps, { tenant: viewer.tenant, userId: viewer.id }, 'PASSWORD_CHANGED', viewer.sessionId);
  return true;
}
