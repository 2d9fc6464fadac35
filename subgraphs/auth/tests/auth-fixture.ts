import { newTenant, viewer, askOk, createTestParts, type TestParts } from '@customerai/testkit';
import { type AuthService, type Role, scopesOfRoles, startAuth } from '../src/index.ts';

export const PASSWORD = 'correct horse battery';

export interface AuthFixture extends AsyncDisposable {
  parts: TestParts;
  auth: AuthService;
  /** A new person of the tenant, with a fresh address. */
  person(tenant: string, roles?: Role[], name?: string): Promise<{ id: string; email: string }>;
  signIn(email: string, password?: string): Promise<Signed>;
}

export interface Signed {
  accessToken: string;
  refreshToken: string;
  tokenType: string;
  expiresIn: number;
  scopes: string[];
  user: {
    id: string;
    email: string;
    name: string;
    roles: Role[];
    scopes: string[];
    disabled: boolean;
    createdAt: string;
    lastSignInAt: string | null;
  };
}

export const SESSION = 'accessToken refreshToken tokenType expiresIn scopes user { id email name roles scopes disabled createdAt lastSignInAt }';
export const SIGN_IN = `mutation($email: String!, $password: String!) { signIn(email: $email, password: $password) { ${SESSION} } }`;
export const REFRESH = `mutation($token: String!) { refreshSession(refreshToken: $token) { ${SESSION} } }`;

/** The service on real embedded parts. */
export async function openAuth(env: Record<string, string> = { ADMIN_PASSWORD: 'the very first password' }): Promise<AuthFixture> {
  const stack = new AsyncDisposableStack();
  const parts = stack.use(await createTestParts());
  const auth = stack.use(await startAuth(env, parts));
  let people = 0;
  return {
    parts,
    auth,
    person: async (tenant, roles = ['REVIEWER'], name = 'A Person') => {
      const email = `person-${++people}@${tenant}.example.com`;
      const { id } = await auth.createUser({ tenant, email, name, password: PASSWORD, roles });
      return { id, email };
    },
    signIn: async (email, password = PASSWORD) => (await askOk(auth.subgraph, SIGN_IN, { email, password })).signIn,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

export const admin = (tenant = newTenant(), id = 'an-admin') => viewer(tenant, scopesOfRoles(['ADMIN']), id);
