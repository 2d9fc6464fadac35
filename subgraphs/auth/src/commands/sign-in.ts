import type { Deps } from '../context.ts';
import type { OpenedSession } from '../domain/session.ts';
import { wrongCredentials } from '../errors.ts';
import { openSession } from './open-session.ts';

/** Throws UNAUTHENTICATED (one message and one effort for every reason) or RATE_LIMITED. */
export async function signIn(deps: Deps, credentials: { email: string; password: string }): Promise<OpenedSession> {
  const email = credentials.email.trim().toLowerCase();
  const found = await deps.users.findByEmail(email);
  const usable = found && !found.user.disabled ? found : undefined;
  const right = await deps.limits.attempt(email, () => deps.hasher.verify(usable?.passwordHash, credentials.password));
  if (!right || !usable) throw wrongCredentials();
  const { user } = usable;
  const now = deps.clock();
  await deps.users.signedIn(user.tenant, user.id, now);
  return openSession(deps, { ...user, lastSignInAt: now });
}
