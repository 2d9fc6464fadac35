import {
  authClientToken,
  authCursorKey,
  authKeys,
  authUser,
  createSubgraph,
  type Env,
  noCustomerData,
  type Parts,
  serveCustomerData,
  type Service,
} from '@customerai/service';
import { openStore } from '@customerai/store';
import { readFileSync } from 'node:fs';
import { createUser, type NewUser } from './commands/create-user.ts';
import { ensureFirstAdmin, FIRST_TENANT, type FirstAdmin } from './commands/ensure-first-admin.ts';
import { grantClientToken } from './commands/grant-client-token.ts';
import { parseConfig } from './config.ts';
import { type Context, createContext, type Deps } from './context.ts';
import { createAccessTokens, createSigningKey, deriveSecret, nameKey, publicPart } from './crypto/access-token.ts';
import { createPasswordHasher } from './crypto/password-hasher.ts';
import { createSignInLimits } from './crypto/sign-in-limits.ts';
import { scopesOfRoles } from './domain/roles.ts';
import type { User } from './domain/user.ts';
import { resolvers } from './resolvers/index.ts';
import { createApiClientStore } from './store/api-clients.ts';
import { createSessionStore } from './store/sessions.ts';
import { createSigningKeyStore } from './store/signing-keys.ts';
import { createUserStore } from './store/users.ts';

export type { FirstAdmin };

/** The service and what the platform's own process may do with it; nothing of this can be reached through GraphQL. */
export interface AuthService extends Service {
  /** Who can sign in first; absent when the store had an admin already and no other was asked for. Services do not print, the platform does. */
  firstAdmin?: FirstAdmin;
  /** Adds a person to any tenant: for seeds and tests. Same checks and errors as the mutation. */
  createUser(user: NewUser & { tenant: string }): Promise<User>;
  /** An access token for whatever is asked, without a sign-in: for seeds and tests. The user need not exist. */
  issueAccessToken(grant: { tenant: string; userId: string; scopes: readonly string[] }): Promise<string>;
  /** A token with every scope in the first tenant, for the machine's owner: the commands of a second shell, which can read the store anyway. */
  issueOperatorToken(options: { lifetimeSeconds: number }): Promise<string>;
}

export async function startAuth(env: Env, parts: Parts): Promise<AuthService> {
  const config = parseConfig(env);
  const { clock, newId, log } = parts;
  await using stack = new AsyncDisposableStack();
  const store = stack.use(
    await openStore({ url: parts.mongoUrl, database: 'auth', bus: parts.bus, onError: (error) => log.error({ err: error }, error.message) }),
  );
  const users = createUserStore(store);
  const sessions = createSessionStore(store);
  const clients = createApiClientStore(store);
  const signingKeys = createSigningKeyStore(store);
  await store.start();

  const kept = config.signingKey ?? (await signingKeys.find()) ?? (await signingKeys.insertFirst(await createSigningKey(), clock()));
  const signingKey = await nameKey(kept);
  const issueAccessToken = await createAccessTokens(signingKey, clock, newId);
  const deps: Deps = {
    users,
    sessions,
    clients,
    hasher: await createPasswordHasher(),
    limits: createSignInLimits(),
    issueAccessToken,
    passwordMinimum: config.passwordMinimum,
    clock,
    newId,
  };
  const firstAdmin = await ensureFirstAdmin(deps, config.admin);
  const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
  const subgraph = await createSubgraph<Context>({ name: 'auth', typeDefs, resolvers, createContext: (caller) => createContext(deps, caller), log });
  stack.defer(() => subgraph.stop());
  stack.use(await parts.rpc.serve(authKeys, async () => ({ keys: [{ ...publicPart(signingKey) }] })));
  const cursorKey = deriveSecret(signingKey, 'stream cursors');
  stack.use(await parts.rpc.serve(authCursorKey, async () => ({ key: cursorKey })));
  stack.use(
    await parts.rpc.serve(authUser, async ({ tenant, userId }) => {
      const user = await users.find(tenant, userId);
      return user ? { id: user.id, scopes: scopesOfRoles(user.roles), disabled: user.disabled } : null;
    }),
  );
  stack.use(await parts.rpc.serve(authClientToken, (asked) => grantClientToken(deps, asked)));
  stack.use(await serveCustomerData(parts.rpc, 'auth', noCustomerData)); // people of the company only

  const owned = stack.move();
  return {
    subgraph,
    firstAdmin,
    createUser: ({ tenant, ...user }) => createUser(deps, tenant, user),
    issueAccessToken: ({ tenant, userId, scopes }) => issueAccessToken({ kind: 'user', subject: userId, tenant, scopes }),
    issueOperatorToken: ({ lifetimeSeconds }) =>
      issueAccessToken({ kind: 'client', subject: 'operator', tenant: FIRST_TENANT, scopes: scopesOfRoles(['ADMIN']), lifetimeSeconds }),
    settle: () => store.settle(),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
