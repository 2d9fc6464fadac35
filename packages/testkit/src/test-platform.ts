import { type Platform, startPlatform } from '@customerai/platform';
import { newId } from '@customerai/service';
import { type Role, scopesOfRoles } from '@customerai/subgraph-auth';
import assert from 'node:assert/strict';
import { createTestClient, type TestClient } from './test-client.ts';

export { createTestClient, type TestClient };

export interface TestPlatform extends AsyncDisposable {
  url: string;
  /** With METRICS_PORT in the environment. */
  metricsUrl?: string;
  /** A new tenant with one person of these roles, signed in; who signs in by hand takes the e-mail and the password. */
  newTenant(roles?: readonly Role[]): Promise<TestClient & { email: string; password: string }>;
  /** Everything accepted has gone through every service. */
  settle(): Promise<void>;
}

/** The whole platform on real sockets, in memory, on a free port. Start one a test file: it takes two seconds. */
export async function startTestPlatform(env: Record<string, string> = {}): Promise<TestPlatform> {
  const platform = await startPlatform({ env: { PORT: '0', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent', ...env }, inMemory: true });
  return {
    url: platform.url,
    metricsUrl: platform.metricsUrl,
    newTenant: async (roles) => {
      const { signIn, email, password } = await createTenant(platform, roles);
      return { ...(await signIn()), email, password };
    },
    settle: () => platform.settle(),
    [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
  };
}

/** A new tenant with one person of these roles. A client's token grows old by the platform's clock: whoever moves that on signs in again. */
export async function createTenant(platform: Pick<Platform, 'auth' | 'url'>, roles: readonly Role[] = ['ADMIN']) {
  const tenant = `tenant-${newId()}`;
  const id = newId();
  const email = `${id}@example.com`;
  const password = `password of ${id}`;
  const user = await platform.auth.createUser({ tenant, email, name: 'Test Person', password, roles: [...roles] });
  const signIn = async (): Promise<TestClient> => {
    const token = await platform.auth.issueAccessToken({ tenant, userId: user.id, scopes: scopesOfRoles(roles) });
    return createTestClient({ url: platform.url, tenant, userId: user.id, token });
  };
  return { signIn, email, password };
}

/** Waits for the first of a stream that fits. Fails when the stream ends before. */
export async function firstWhere<Value>(stream: AsyncIterable<Value>, fits: (value: Value) => boolean): Promise<Value> {
  for await (const value of stream) if (fits(value)) return value;
  return assert.fail('the stream ended before a fitting value came');
}
