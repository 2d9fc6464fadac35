import { badInput } from '@customerai/service';
import type { Deps } from '../context.ts';
import { passwordFault } from '../domain/password.ts';
import type { Role } from '../domain/roles.ts';
import { parseEmail, parseName, type User } from '../domain/user.ts';
import { emailTaken } from '../errors.ts';

export interface NewUser {
  email: string;
  name: string;
  password: string;
  roles: readonly Role[];
}

/** Throws BAD_USER_INPUT, CONFLICT when the address is taken, RATE_LIMITED when too many passwords are being hashed. */
export async function createUser(deps: Deps, tenant: string, input: NewUser): Promise<User> {
  const email = parseEmail(input.email);
  if (email === undefined) throw badInput('input.email', 'This is not an e-mail address of at most 254 characters.');
  const name = parseName(input.name);
  if (name === undefined) throw badInput('input.name', 'A name has 1 to 200 characters and no line breaks.');
  if (input.roles.length === 0) throw badInput('input.roles', 'Give at least one role; a user without one could do nothing.');
  const fault = passwordFault(input.password, deps.passwordMinimum, email);
  if (fault !== undefined) throw badInput('input.password', fault);
  return addUser(deps, tenant, { ...input, email, name });
}

/** Stores a person whose data is known to be fit. Throws CONFLICT, RATE_LIMITED. */
export async function addUser(deps: Deps, tenant: string, { email, name, password, roles }: NewUser): Promise<User> {
  const user: User = { id: deps.newId(), tenant, email, name, roles: [...new Set(roles)], disabled: false, createdAt: deps.clock() };
  if (!(await deps.users.insert(user, await deps.hasher.hash(password)))) throw emailTaken();
  return user;
}
