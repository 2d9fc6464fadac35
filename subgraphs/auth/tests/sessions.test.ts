import { ask, askOk, newTenant, viewer } from '@customerai/testkit';
import { decodeJwt } from 'jose';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { admin, type AuthFixture, openAuth, PASSWORD, REFRESH, SIGN_IN, type Signed } from './auth-fixture.ts';

let fixture: AuthFixture;
before(async () => void (fixture = await openAuth()));
after(() => fixture[Symbol.asyncDispose]());

const refresh = (token: string) => ask(fixture.auth.subgraph, REFRESH, { token });
const refreshed = async (token: string): Promise<Signed> => (await askOk(fixture.auth.subgraph, REFRESH, { token })).refreshSession;
const asViewer = (tenant: string, { user, accessToken }: Signed) => ({
  ...viewer(tenant, [], user.id),
  sessionId: decodeJwt(accessToken)['sid'] as string,
});
const isOver = async (token: string) => assert.equal((await refresh(token)).errors[0]?.code, 'UNAUTHENTICATED');

test('each refresh gives a new token of the same session, with the roles of the moment', async () => {
  const tenant = newTenant();
  const { id, email } = await fixture.person(tenant, ['REVIEWER']);
  const first = await fixture.signIn(email);
  await askOk(fixture.auth.subgraph, 'mutation($id: ID!) { setUserRoles(id: $id, roles: [ANALYST]) { roles } }', { id }, admin(tenant));
  const second = await refreshed(first.refreshToken);
  assert.notEqual(second.refreshToken, first.refreshToken);
  assert.equal(decodeJwt(second.accessToken)['sid'], decodeJwt(first.accessToken)['sid']);
  assert.deepEqual(second.user.roles, ['ANALYST']);
  assert.ok(second.scopes.includes('analytics:read') && !second.scopes.includes('reviews:write'));
});

test('using a refresh token again ends the whole session, and no other', async () => {
  const { email } = await fixture.person(newTenant());
  const [first, other] = [await fixture.signIn(email), await fixture.signIn(email)];
  const second = await refreshed(first.refreshToken);
  const third = await refreshed(second.refreshToken);
  await isOver(first.refreshToken);
  await isOver(third.refreshToken);
  await refreshed(other.refreshToken);
});

test('of fifty uses of one refresh token at the same moment exactly one succeeds', async () => {
  const { email } = await fixture.person(newTenant());
  const { refreshToken } = await fixture.signIn(email);
  const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(refreshToken)));
  const won = answers.filter(({ errors }) => errors.length === 0);
  assert.equal(won.length, 1);
  assert.ok(answers.every(({ errors }) => errors.every(({ code }) => code === 'UNAUTHENTICATED')));
  await isOver(won[0]!.data.refreshSession.refreshToken);
});

test('a refresh token that we never gave is refused, and knowing a session is not enough to end it', async () => {
  const { email } = await fixture.person(newTenant());
  const session = await fixture.signIn(email);
  const sid = decodeJwt(session.accessToken)['sid'] as string;
  for (const token of ['', 'nonsense', `${sid}.${'A'.repeat(43)}`, `${'A'.repeat(43)}.${'A'.repeat(43)}`, 'x'.repeat(100_000)]) await isOver(token);
  await refreshed(session.refreshToken);
});

test('a session ends fourteen days after its last refresh', async () => {
  const { email } = await fixture.person(newTenant());
  const day = 24 * 60 * 60 * 1000;
  const first = await fixture.signIn(email);
  fixture.parts.clock.advance(13 * day);
  const second = await refreshed(first.refreshToken);
  fixture.parts.clock.advance(14 * day);
  await isOver(second.refreshToken);
});

test('signing out ends the session that asks, or the one of the token', async () => {
  const tenant = newTenant();
  const { email } = await fixture.person(tenant);
  const [first, second, third] = [await fixture.signIn(email), await fixture.signIn(email), await fixture.signIn(email)];
  assert.equal((await askOk(fixture.auth.subgraph, 'mutation { signOut }', {}, asViewer(tenant, first))).signOut, true);
  await isOver(first.refreshToken);
  const SIGN_OUT = 'mutation($token: String) { signOut(refreshToken: $token) }';
  await askOk(fixture.auth.subgraph, SIGN_OUT, { token: second.refreshToken }, asViewer(tenant, third));
  await isOver(second.refreshToken);
  assert.equal((await askOk(fixture.auth.subgraph, SIGN_OUT, { token: 'unknown' }, asViewer(tenant, third))).signOut, true);
  await askOk(fixture.auth.subgraph, SIGN_OUT, { token: third.refreshToken }, viewer(newTenant(), [], 'a-stranger'));
  await refreshed(third.refreshToken);
  assert.equal((await ask(fixture.auth.subgraph, 'mutation { signOut }')).errors[0]!.code, 'UNAUTHENTICATED');
});

test('disabling a person ends their sessions', async () => {
  const tenant = newTenant();
  const { id, email } = await fixture.person(tenant);
  const { refreshToken } = await fixture.signIn(email);
  const DISABLE = 'mutation($id: ID!) { disableUser(id: $id) { id disabled } }';
  for (let again = 0; again < 2; again++)
    assert.deepEqual((await askOk(fixture.auth.subgraph, DISABLE, { id }, admin(tenant))).disableUser, { id, disabled: true });
  await isOver(refreshToken);
});

test('changing the password ends the other sessions and makes the old password useless', async () => {
  const tenant = newTenant();
  const { email } = await fixture.person(tenant);
  const [mine, other] = [await fixture.signIn(email), await fixture.signIn(email)];
  const CHANGE = 'mutation($current: String!, $next: String!) { changePassword(current: $current, next: $next) }';
  const asker = asViewer(tenant, mine);
  const next = 'a wholly different sentence';

  const wrong = await ask(fixture.auth.subgraph, CHANGE, { current: 'not what it was at all', next }, asker);
  assert.deepEqual([wrong.errors[0]!.code, wrong.errors[0]!.extensions['argument']], ['BAD_USER_INPUT', 'current']);
  const short = await ask(fixture.auth.subgraph, CHANGE, { current: PASSWORD, next: 'short' }, asker);
  assert.deepEqual([short.errors[0]!.code, short.errors[0]!.extensions['argument']], ['BAD_USER_INPUT', 'next']);

  assert.equal((await askOk(fixture.auth.subgraph, CHANGE, { current: PASSWORD, next }, asker)).changePassword, true);
  await isOver(other.refreshToken);
  await refreshed(mine.refreshToken);
  assert.equal((await ask(fixture.auth.subgraph, SIGN_IN, { email, password: PASSWORD })).errors[0]!.code, 'UNAUTHENTICATED');
  await fixture.signIn(email, next);
});
