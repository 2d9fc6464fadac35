import { authKeys } from '@customerai/service';
import { ask, askOk, newTenant, viewer } from '@customerai/testkit';
import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { scopesOfRoles } from '../src/index.ts';
import { admin, type AuthFixture, openAuth, PASSWORD, SIGN_IN } from './auth-fixture.ts';

let fixture: AuthFixture;
before(async () => void (fixture = await openAuth()));
after(() => fixture[Symbol.asyncDispose]());

test('signing in gives an access token that the published keys verify', async () => {
  const { auth, parts, person, signIn } = fixture;
  const tenant = newTenant();
  const { id, email } = await person(tenant, ['REVIEWER', 'AGENT']);
  const session = await signIn(` ${email.toUpperCase()} `);

  assert.equal(session.tokenType, 'Bearer');
  assert.equal(session.expiresIn, 300);
  assert.deepEqual(session.scopes, scopesOfRoles(['REVIEWER', 'AGENT']));
  assert.deepEqual(session.user.roles, ['REVIEWER', 'AGENT']);
  assert.deepEqual(session.user.scopes, session.scopes);
  assert.equal(session.user.email, email);
  assert.equal(session.user.lastSignInAt, parts.clock().toISOString());

  const { keys } = await parts.rpc.call(authKeys, {});
  assert.deepEqual(Object.keys(keys[0]!).toSorted(), ['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  const { payload } = await jwtVerify(session.accessToken, createLocalJWKSet({ keys } as unknown as JSONWebKeySet), {
    issuer: 'customerai',
    audience: 'customerai',
    typ: 'at+jwt',
    algorithms: ['EdDSA'],
    currentDate: parts.clock(),
    requiredClaims: ['jti', 'sid'],
  });
  assert.equal(payload.sub, id);
  assert.equal(payload['tenant'], tenant);
  assert.equal(payload['kind'], 'user');
  assert.equal(payload['scope'], session.scopes.join(' '));
  assert.equal(payload.exp! - payload.iat!, 300);
  assert.equal(decodeProtectedHeader(session.accessToken).kid, keys[0]!['kid']);
  assert.deepEqual((await askOk(auth.subgraph, '{ me { id email } }', {}, viewer(tenant, [], id))).me, { id, email });
});

test('an unknown address, a wrong password and a disabled account get the same answer', async () => {
  const { auth, person } = fixture;
  const tenant = newTenant();
  const known = await person(tenant);
  const disabled = await person(tenant);
  await askOk(auth.subgraph, 'mutation($id: ID!) { disableUser(id: $id) { disabled } }', { id: disabled.id }, admin(tenant));
  const answers = [];
  for (const [email, password] of [
    ['nobody@example.com', PASSWORD],
    [known.email, 'another long password'],
    [disabled.email, PASSWORD],
    ['not an address', ''],
  ])
    answers.push((await ask(auth.subgraph, SIGN_IN, { email, password })).errors);
  for (const errors of answers) assert.deepEqual(errors, answers[0]);
  assert.equal(answers[0]![0]!.code, 'UNAUTHENTICATED');
});

test('five wrong passwords close the account for a moment, for the right one too, whether it exists or not', async () => {
  const { auth, person } = fixture;
  const { email } = await person(newTenant());
  for (const account of [email, 'never-there@example.com']) {
    for (let attempt = 0; attempt < 5; attempt++) {
      const { errors } = await ask(auth.subgraph, SIGN_IN, { email: account, password: 'a guess of some length' });
      assert.equal(errors[0]!.code, 'UNAUTHENTICATED');
    }
    const { errors } = await ask(auth.subgraph, SIGN_IN, { email: account.toUpperCase(), password: PASSWORD });
    assert.equal(errors[0]!.code, 'RATE_LIMITED');
    assert.equal(errors[0]!.extensions['retryAfter'], 1);
  }
});

test('aliases do not multiply guesses: the first wrong one ends the request', async () => {
  const { auth, person } = fixture;
  const { email } = await person(newTenant());
  const guesses = Array.from({ length: 12 }, (_, index) => `a${index}: signIn(email: $email, password: "guess number ${index}") { tokenType }`);
  const right = `right: signIn(email: $email, password: "${PASSWORD}") { tokenType }`;
  const { data, errors } = await ask(auth.subgraph, `mutation($email: String!) { ${guesses.join(' ')} ${right} }`, { email });
  assert.deepEqual([data, errors.map(({ code, path }) => [code, path])], [null, [['UNAUTHENTICATED', 'a0']]]);
});

test('the platform gets tokens for tests and for its own commands without a sign-in', async () => {
  const { auth, parts } = fixture;
  const { keys } = await parts.rpc.call(authKeys, {});
  const verify = async (token: string) =>
    (await jwtVerify(token, createLocalJWKSet({ keys } as unknown as JSONWebKeySet), { currentDate: parts.clock() })).payload;
  const test = await verify(await auth.issueAccessToken({ tenant: 'some-tenant', userId: 'someone', scopes: ['reviews:read'] }));
  assert.deepEqual([test['tenant'], test.sub, test['scope'], test['kind']], ['some-tenant', 'someone', 'reviews:read', 'user']);
  const operator = await verify(await auth.issueOperatorToken({ lifetimeSeconds: 900 }));
  assert.deepEqual([operator['tenant'], operator['kind'], operator.exp! - operator.iat!], ['default', 'client', 900]);
});
