import { authKeys, ConfigError } from '@customerai/service';
import { askOk, createTestParts, type TestParts } from '@customerai/testkit';
import { exportJWK, generateKeyPair } from 'jose';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig, startAuth } from '../src/index.ts';
import { SIGN_IN } from './auth-fixture.ts';

async function start(env: Record<string, string>, parts: TestParts) {
  const { rpc, ...rest } = parts;
  await using auth = await startAuth(env, { ...rest, rpc });
  const { keys } = await rpc.call(authKeys, {});
  const canSignIn = async (email: string, password: string) => (await askOk(auth.subgraph, SIGN_IN, { email, password })).signIn.user.roles;
  return {
    firstAdmin: auth.firstAdmin,
    kid: keys[0]!['kid'],
    roles: auth.firstAdmin?.password && (await canSignIn(auth.firstAdmin.email, auth.firstAdmin.password)),
  };
}

test('an empty store gets an admin with a password that is told once, and the same signing key over restarts', async () => {
  await using parts = await createTestParts();
  const first = await start({}, parts);
  assert.equal(first.firstAdmin?.email, 'admin@example.com');
  assert.equal(first.firstAdmin.created, true);
  assert.equal(first.firstAdmin.password?.length, 20);
  assert.deepEqual(first.roles, ['ADMIN']);
  const second = await start({}, parts);
  assert.equal(second.firstAdmin, undefined);
  assert.equal(second.kid, first.kid);
  const third = await start({ ADMIN_EMAIL: 'somebody@example.com' }, parts);
  assert.equal(third.firstAdmin, undefined);
});

test('a given admin is made once and never overwritten; the password is not repeated', async () => {
  await using parts = await createTestParts();
  const env = { ADMIN_EMAIL: 'Boss@Example.com', ADMIN_PASSWORD: 'pass word' };
  assert.deepEqual((await start(env, parts)).firstAdmin, { email: 'boss@example.com', created: true });
  assert.deepEqual((await start({ ...env, ADMIN_PASSWORD: 'another password' }, parts)).firstAdmin, { email: 'boss@example.com', created: false });
  await using auth = await startAuth({}, parts);
  await askOk(auth.subgraph, SIGN_IN, { email: 'boss@example.com', password: 'pass word' });
});

test('a given signing key comes before the stored one', async () => {
  await using parts = await createTestParts();
  const jwk = { ...(await exportJWK((await generateKeyPair('EdDSA', { extractable: true })).privateKey)), kid: 'from-the-cluster' };
  assert.equal((await start({ AUTH_SIGNING_KEY: JSON.stringify(jwk) }, parts)).kid, 'from-the-cluster');
});

test('wrong settings are named all at once, without the secrets', () => {
  const wrong = { ADMIN_EMAIL: 'nobody', ADMIN_PASSWORD: 'short', AUTH_PASSWORD_MIN: '3', AUTH_SIGNING_KEY: '{"kty":"RSA","d":"geheim"}' };
  assert.throws(
    () => parseConfig(wrong),
    (error: Error) => {
      assert.ok(error instanceof ConfigError);
      for (const name of Object.keys(wrong)) assert.match(error.message, new RegExp(name));
      assert.doesNotMatch(error.message, /short|geheim/);
      return true;
    },
  );
});
