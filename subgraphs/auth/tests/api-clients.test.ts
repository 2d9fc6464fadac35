import { authClientRevoked } from '@customerai/events';
import { authClientToken } from '@customerai/service';
import { ask, askOk, entity, newTenant, viewer } from '@customerai/testkit';
import { decodeJwt } from 'jose';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { admin, type AuthFixture, openAuth } from './auth-fixture.ts';

const CLIENT = 'id name scopes createdAt lastUsedAt';
const CREATE = `mutation($input: CreateApiClientInput!) { createApiClient(input: $input) { client { ${CLIENT} } clientId clientSecret } }`;
const LIST = `{ apiClients { ${CLIENT} } }`;
const REVOKE = 'mutation($id: ID!) { revokeApiClient(id: $id) }';

let fixture: AuthFixture;
before(async () => void (fixture = await openAuth()));
after(() => fixture[Symbol.asyncDispose]());

const create = async (tenant: string, scopes = ['interactions:read', 'analytics:read'], name = 'Reporting') =>
  (await askOk(fixture.auth.subgraph, CREATE, { input: { name, scopes } }, admin(tenant))).createApiClient;
const list = async (tenant: string) => (await askOk(fixture.auth.subgraph, LIST, {}, admin(tenant))).apiClients;
const token = (clientId: string, clientSecret: string, scope?: string) =>
  fixture.parts.rpc.call(authClientToken, { clientId, clientSecret, ...(scope === undefined ? {} : { scope }) });

test('a client is shown its secret once, gets tokens with it, and is listed with when it last did', async () => {
  const tenant = newTenant();
  const { client, clientId, clientSecret } = await create(tenant);
  assert.deepEqual(
    { ...client, id: '', createdAt: '' },
    { id: '', name: 'Reporting', scopes: ['analytics:read', 'interactions:read'], createdAt: '', lastUsedAt: null },
  );
  assert.equal(clientId, client.id);
  assert.match(clientSecret, /^cai_[\w-]{43}$/);
  assert.deepEqual(await list(tenant), [client]);
  assert.deepEqual(await list(newTenant()), []);

  fixture.parts.clock.advance(1_000);
  const answer = await token(clientId, clientSecret);
  assert.ok('accessToken' in answer);
  assert.deepEqual([answer.expiresIn, answer.scopes], [300, client.scopes]);
  const { sub, tenant: of, scope, kind, sid } = decodeJwt(answer.accessToken);
  assert.deepEqual([sub, of, scope, kind, sid], [clientId, tenant, 'analytics:read interactions:read', 'client', undefined]);
  assert.equal((await list(tenant))[0].lastUsedAt, fixture.parts.clock().toISOString());

  const { data } = await entity(fixture.auth.subgraph, { __typename: 'ApiClient', id: clientId }, 'name', viewer(tenant, []));
  assert.deepEqual(data, { name: 'Reporting' });
  assert.equal((await entity(fixture.auth.subgraph, { __typename: 'ApiClient', id: clientId }, 'name', viewer(newTenant(), []))).data, null);
});

test('what a client did is shown under its name, in its tenant', async () => {
  const tenant = newTenant();
  const { clientId: id } = await create(tenant, ['interactions:read'], 'Robot');
  const actor = (of: string) => entity(fixture.auth.subgraph, { __typename: 'User', id }, 'name email roles', viewer(of, []));
  assert.deepEqual((await actor(tenant)).data, { name: 'Robot', email: '', roles: [] });
  assert.equal((await actor(newTenant())).data, null);
});

test('a token does less where less is asked for, and never more', async () => {
  const { clientId, clientSecret } = await create(newTenant());
  const less = await token(clientId, clientSecret, 'analytics:read');
  assert.deepEqual('scopes' in less && less.scopes, ['analytics:read']);
  assert.deepEqual(await token(clientId, clientSecret, 'analytics:read users:write'), { error: 'invalid_scope' });
});

test('nobody gives away what they may not do themselves', async () => {
  const asker = viewer(newTenant(), ['clients:write', 'analytics:read']);
  const wrong: [object, string][] = [
    [{ name: 'x', scopes: ['analytics:read', 'users:write'] }, 'input.scopes'],
    [{ name: 'x', scopes: ['no-such:scope'] }, 'input.scopes'],
    [{ name: 'x', scopes: [] }, 'input.scopes'],
    [{ name: ' ', scopes: ['analytics:read'] }, 'input.name'],
  ];
  for (const [input, argument] of wrong) {
    const { errors } = await ask(fixture.auth.subgraph, CREATE, { input }, asker);
    assert.deepEqual([errors[0]?.code, errors[0]?.extensions['argument']], ['BAD_USER_INPUT', argument], JSON.stringify(input));
  }
  assert.equal(
    (await askOk(fixture.auth.subgraph, CREATE, { input: { name: 'x', scopes: ['analytics:read'] } }, asker)).createApiClient.client.name,
    'x',
  );
  for (const query of [
    'mutation { createApiClient(input: { name: "x", scopes: [] }) { clientId } }',
    'mutation { revokeApiClient(id: "x") }',
    '{ apiClients { id } }',
  ])
    assert.equal((await ask(fixture.auth.subgraph, query, {}, viewer(newTenant(), ['users:write']))).errors[0]!.code, 'FORBIDDEN', query);
});

test('a revoked client, an unknown one and a wrong secret get the same answer; the world hears of a revocation once', async () => {
  const heard: string[] = [];
  await using _ = await fixture.parts.bus.consume({
    name: 'test-clients',
    types: [authClientRevoked.type],
    handle: async (event) => void heard.push(authClientRevoked.parse(event).data.clientId),
    onDeadLetter: async () => {},
  });
  const tenant = newTenant();
  const [{ clientId, clientSecret }, other] = [await create(tenant), await create(tenant)];
  assert.equal((await ask(fixture.auth.subgraph, REVOKE, { id: clientId }, admin(newTenant()))).errors[0]!.code, 'NOT_FOUND');
  assert.equal((await askOk(fixture.auth.subgraph, REVOKE, { id: clientId }, admin(tenant))).revokeApiClient, true);
  assert.equal((await ask(fixture.auth.subgraph, REVOKE, { id: clientId }, admin(tenant))).errors[0]!.code, 'NOT_FOUND');
  assert.deepEqual(
    (await list(tenant)).map(({ id }: any) => id),
    [other.clientId],
  );
  for (const [id, secret] of [
    [clientId, clientSecret],
    [other.clientId, clientSecret],
    ['nobody', clientSecret],
    [other.clientId, ''],
  ] as const)
    assert.deepEqual(await token(id, secret), { error: 'invalid_client' });
  await fixture.auth.settle();
  await fixture.parts.bus.settle();
  assert.deepEqual(heard, [clientId]);
});

test('five wrong secrets close a client for a moment, for the right one too', async () => {
  const { clientId, clientSecret } = await create(newTenant());
  // Counted before any is checked: on a slow machine the moment would be over before the last of them, one after the other.
  await Promise.all(Array.from({ length: 4 }, () => token(clientId, 'a guess')));
  const [fifth, right] = await Promise.allSettled([token(clientId, 'a guess'), token(clientId, clientSecret)]);
  assert.deepEqual(fifth.status === 'fulfilled' && fifth.value, { error: 'invalid_client' });
  assert.ok(right.status === 'rejected' && right.reason.code === 'RATE_LIMITED' && right.reason.details.retryAfter === 1);
});
