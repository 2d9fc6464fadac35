import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startWorld, type World } from './fixture.ts';

const TRACE = 'a'.repeat(32);

describe('the quick way', () => {
  let world: World;
  before(async () => void (world = await startWorld({ env: { ALLOWED_ORIGINS: 'https://app.example.com', MAX_BODY_BYTES: '20000' } })));
  after(() => world[Symbol.asyncDispose]());

  /** A query string keeps a request on the ordinary way, and means nothing there. */
  async function ask(path: '/graphql' | '/graphql?ordinary', body: string | Uint8Array, headers: Record<string, string> = {}) {
    const response = await fetch(world.gateway.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: `00-${TRACE}-${'b'.repeat(16)}-01`, ...headers },
      body: body as never,
    });
    const kept = [...response.headers].filter(([name]) => !['date', 'keep-alive'].includes(name));
    return { status: response.status, headers: Object.fromEntries(kept), text: await response.text() };
  }

  test('answers as the ordinary way does: status, headers and every byte', async () => {
    const token = await world.token({ scopes: ['people:read', 'people:write'] });
    const plain = await world.token();
    const bodies: unknown[] = [
      { query: '{ hello }' },
      { query: 'query a { hello } query b { b: hello }', operationName: 'b' },
      { query: 'query($name: String = "Bob") { hello(name: $name) }', variables: null },
      { query: 'query($name: String = "Bob") { hello(name: $name) }', variables: { name: 'Zoë "Q" \u2028' } },
      { query: '{ person(id: "ada") { name orders { id placedAt } } }' },
      { query: '{ mine: refuses hello crashes }' },
      { query: '{ them: people { name credit } }' },
      { query: '{ ghost { name credit } }' },
      { query: '{ __proto__: hello constructor: hello }' },
      { query: '{ __typename __type(name: "Person") { name } }' },
      { query: 'mutation { rename(id: "ada", name: "Ida") { id name } }' },
      { query: 'mutation { rename(id: "nobody", name: "Ida") { id name } }' },
      { query: 'query($year: Int!) { bornBefore(year: $year) }', variables: { year: 'old' } },
      { query: '{ nothing }' },
      { query: '{ hello', variables: {} },
      { query: 7 },
      { query: '{ hello }', variables: [] },
      { query: '{ hello }', operationName: 'missing' },
      { query: '{ hello }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
      [{ query: '{ hello }' }],
      {},
      null,
    ];
    for (const body of bodies) {
      for (const authorization of [`Bearer ${token}`, `Bearer ${plain}`, 'Bearer nonsense', undefined]) {
        const headers: Record<string, string> = { origin: 'https://app.example.com', ...(authorization ? { authorization } : {}) };
        const text = JSON.stringify(body);
        await ask('/graphql', text, headers); // the first time it is not known yet
        assert.deepEqual(await ask('/graphql', text, headers), await ask('/graphql?ordinary', text, headers), `${text} ${authorization}`);
      }
    }
  });

  test('bodies that are no JSON in UTF-8, too large or of another type are refused as ever', async () => {
    await ask('/graphql', '{"query":"{ hello }"}');
    const latin1 = Buffer.from('{"query":"{ hello }","x":"\u00e9"}', 'latin1');
    const cases: [string | Uint8Array, Record<string, string>][] = [
      [latin1, {}],
      ['{"query":', {}],
      [JSON.stringify({ query: '{ hello }', variables: { x: 'x'.repeat(30_000) } }), {}],
      ['{"query":"{ hello }"}', { 'content-type': 'text/plain' }],
      ['{"query":"{ hello }"}', { 'content-type': 'application/json; charset=latin1' }],
      ['{"query":"{ hello }"}', { accept: 'text/html' }],
      ['{"query":"{ hello }"}', { accept: 'application/graphql-response+json' }],
    ];
    for (const [body, headers] of cases) assert.deepEqual(await ask('/graphql', body, headers), await ask('/graphql?ordinary', body, headers));
  });
});
