import type { Deps } from '../context.ts';
import type { User } from '../domain/user.ts';
import { lastAdmin } from '../errors.ts';

/**
 * Makes a change that may take an admin away, and takes it back if none is left. Looking only before would let two admins remove each other at
 * the same moment; looking after as well cannot: at worst both changes are refused. Throws CONFLICT.
 */
export async function keepAnAdmin(deps: Deps, user: User, change: { apply(): Promise<void>; revert(): Promise<void> }): Promise<void> {
  const countsNow = user.roles.includes('ADMIN') && !user.disabled;
  if (countsNow && (await deps.users.countActiveAdmins(user.tenant)) <= 1) throw lastAdmin();
  await change.apply();
  if (!countsNow || (await deps.users.countActiveAdmins(user.tenant)) > 0) return;
  await change.revert();
  throw lastAdmin();
}
