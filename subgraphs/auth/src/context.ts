import { type BaseContext, type Clock, type KnownViewer, type NewId, requireViewer } from '@customerai/service';
import type { IssueAccessToken } from './crypto/access-token.ts';
import type { PasswordHasher } from './crypto/password-hasher.ts';
import type { SignInLimits } from './crypto/sign-in-limits.ts';
import type { User } from './domain/user.ts';
import type { ApiClientStore } from './store/api-clients.ts';
import type { SessionStore } from './store/sessions.ts';
import { createUserLoader, type UserLoader } from './store/user-loader.ts';
import type { UserStore } from './store/users.ts';

/** What lives as long as the process. */
export interface Deps {
  users: UserStore;
  sessions: SessionStore;
  clients: ApiClientStore;
  hasher: PasswordHasher;
  limits: SignInLimits;
  issueAccessToken: IssueAccessToken;
  passwordMinimum: number;
  clock: Clock;
  newId: NewId;
}

/** What lives as long as one request. */
export interface Context extends BaseContext {
  deps: Deps;
  /** Throws UNAUTHENTICATED. */
  known(): KnownViewer;
  /** Users of the viewer's tenant. Throws UNAUTHENTICATED. */
  loadUser(id: string): Promise<User | undefined>;
}

export function createContext(deps: Deps, caller: BaseContext): Context {
  let loader: UserLoader | undefined;
  const known = () => requireViewer(caller.viewer);
  return { ...caller, deps, known, loadUser: async (id) => (loader ??= createUserLoader(deps.users, known().tenant)).load(id) };
}
