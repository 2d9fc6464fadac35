import { startTestPlatform, type TestPlatform } from '@customerai/testkit/platform';
import * as oauth from 'oauth4webapi';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

let platform: TestPlatform;
before(async () => void (platform = await startTestPlatform()));
after(() => platform[Symbol.asyncDispose]());

const CREATE = `mutation($input: CreateApiClientInput!) { createApiClient(input: $input) { clientId clientSecret } }`;
const insecure = { [oauth.allowInsecureRequests]: true };

async function newClient(scopes = ['analytics:read', 'interactions:read']) {
  const owner = await platform.newTenant();
  const { createApiClient } = await owner.queryOk(CREATE, { input: { name: 'Reporting', scopes } });
  return { owner, ...(createApiClient as { clientId: string; clientSecret: string }) };
}

async function grant(clientId: string, authentication: oauth.ClientAuth, parameters: Record<string, string> = {}) {
  const server = { issuer: platform.url, token_endpoint: `${platform.url}/api/v1/auth/token` };
  const client = { client_id: clientId };
  const response = await oauth.clientCredentialsGrantRequest(server, client, authentication, parameters, insecure);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  return oauth.processClientCredentialsResponse(server, client, response);
}

const ask = async (token: string, query = '{ kpis(range: { from: "2026-03-01T00:00:00Z", to: "2026-03-02T00:00:00Z" }) { interactions } }') => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return (await (await fetch(`${platform.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).json()) as any;
};
const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${platform.url}/api/v1/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });

test("another's OAuth 2.0 client gets tokens by header and by form, with what it asks for", async () => {
  const { clientId, clientSecret } = await newClient();
  for (const authentication of [oauth.ClientSecretBasic(clientSecret), oauth.ClientSecretPost(clientSecret)]) {
    const answer = await grant(clientId, authentication, { scope: 'analytics:read' });
    assert.deepEqual([answer.token_type, answer.expires_in, answer.scope], ['bearer', 300, 'analytics:read']);
    assert.equal((await ask(answer.access_token)).data.kpis.interactions, 0);
    assert.equal((await ask(answer.access_token, '{ interactions { totalCount } }')).errors[0].extensions.code, 'FORBIDDEN');
  }
});

test('each error is one of RFC 6749', async () => {
  const { clientId, clientSecret } = await newClient();
  const refused = async (work: Promise<unknown>) => {
    const error = (await work.then(
      () => assert.fail('it was granted'),
      (one: unknown) => one,
    )) as oauth.ResponseBodyError & { cause: any };
    return [error.cause.error ?? error.error, error.status ?? error.response?.status];
  };
  assert.deepEqual(await refused(grant(clientId, oauth.ClientSecretPost('wrong'))), ['invalid_client', 401]);
  assert.deepEqual(await refused(grant('nobody', oauth.ClientSecretPost(clientSecret))), ['invalid_client', 401]);
  assert.deepEqual(await refused(grant(clientId, oauth.ClientSecretPost(clientSecret), { scope: 'users:write' })), ['invalid_scope', 400]);

  const own = `client_id=${clientId}&client_secret=${clientSecret}`;
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
  const table: [body: string, headers: Record<string, string>, error: string, status: number][] = [
    [own, {}, 'invalid_request', 400],
    [`${own}&grant_type=password`, {}, 'unsupported_grant_type', 400],
    [`${own}&grant_type=client_credentials&grant_type=client_credentials`, {}, 'invalid_request', 400],
    [`${own}&grant_type=client_credentials`, basic(`${clientId}:${clientSecret}`), 'invalid_request', 400],
    ['grant_type=client_credentials&client_id=other', basic(`${clientId}:${clientSecret}`), 'invalid_request', 400],
    ['grant_type=client_credentials', basic('no colon'), 'invalid_client', 401],
    ['grant_type=client_credentials', basic('%zz:%zz'), 'invalid_client', 401],
    ['grant_type=client_credentials', { authorization: 'Bearer something' }, 'invalid_client', 401],
    ['grant_type=client_credentials', {}, 'invalid_client', 401],
    ['{}', { 'content-type': 'application/json' }, 'invalid_request', 400],
    ['x'.repeat(10_000), {}, 'invalid_request', 400],
  ];
  for (const [body, headers, error, status] of table) {
    const response = await post(body, headers);
    assert.deepEqual([response.status, ((await response.json()) as any).error], [status, error], body.slice(0, 100));
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('www-authenticate')?.startsWith('Basic realm='), status === 401 && headers['authorization'] ? true : undefined);
  }
  assert.equal((await fetch(`${platform.url}/api/v1/auth/token`)).status, 405);
});

test('a revoked client gets no token, and the ones that it has are refused', async () => {
  const { owner, clientId, clientSecret } = await newClient();
  const { access_token: token } = await grant(clientId, oauth.ClientSecretPost(clientSecret));
  assert.equal((await ask(token)).errors, undefined);
  await owner.queryOk(`mutation($id: ID!) { revokeApiClient(id: $id) }`, { id: clientId });
  await platform.settle();
  assert.equal((await ask(token)).errors[0].extensions.code, 'UNAUTHENTICATED');
  assert.equal((await post(`grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}`)).status, 401);
});
