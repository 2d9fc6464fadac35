import { randomBytes } from 'node:crypto';
import type { Deps } from '../context.ts';
import { addUser } from './create-user.ts';

/** The tenant of the first admin and of whoever they add. */
export const FIRST_TENANT = 'default';

export interface FirstAdmin {
  email: string;
  /** Only when it was made up in this very start; it is not to be had again. */
  password?: string;
  created: boolean;
}

/**
 * Sees to it that somebody can sign in. Whoever has the address stays as they are, and where there is an admin no password is made up; an address
 * and password that are both given, and new, become a further admin, which is the way back in for whoever lost theirs.
 */
export async function ensureFirstAdmin(deps: Deps, wanted: { email: string; password?: string }): Promise<FirstAdmin | undefined> {
  const { email, password } = wanted;
  if (await deps.users.findByEmail(email)) return password === undefined ? undefined : { email, created: false };
  if (password === undefined && (await deps.users.hasAnyAdmin())) return undefined;
  const madeUp = password ?? randomBytes(15).toString('base64url');
  await addUser(deps, FIRST_TENANT, { email, name: 'Administrator', password: madeUp, roles: ['ADMIN'] });
  return { email, created: true, ...(password === undefined ? { password: madeUp } : {}) };
}
