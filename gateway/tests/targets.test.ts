import { createRequestSigner, createRequestVerifier, IDENTITY_HEADER, openCache, openHttpDoor, type Subgraph } from '@customerai/service';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { createKey, type Key, startWorld, type World } from './fixture.ts';

describe('services in other processes', () => {
  let world: World;
  let key: Key;
  let peopleUrl: string;
  const stack = new AsyncDisposableStack();
  const requests: { headers: Record<string, unknown>; body: string }[] = [];

  before(async () => {
    key = await createKey();
    const cache = stack.use(await openCache('memory:', () => {}));
    const verifier = await createRequestVerifier([key.public], cache);
    // The gateway gets the URL of a relay before each door, which remembers what was sent.
    const wrap = async (subgraph: Subgraph) => {
      const door = stack.use(await openHttpDoor({ subgraph, verifier, host: '127.0.0.1', port: 0, log: { warn: () => {} } as never }));
      if (subgraph.name === 'people') peopleUrl = door.url;
      const relay = createServer(async (request, response) => {
        const body = Buffer.concat(await request.toArray()).toString();
        requests.push({ headers: request.headers, body });
        const headers = ['content-type', 'traceparent', IDENTITY_HEADER].map((name) => [name, String(request.headers[name])] as [string, string]);
        const answer = await fetch(door.url, { method: 'POST', headers, body });
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
      }).listen(0, '127.0.0.1');
      await once(relay, 'listening');
      stack.defer(() => void relay.close());
      return { url: `http://127.0.0.1:${(relay.address() as AddressInfo).port}/graphql` };
    };
    world = await startWorld({ wrap, env: { GATEWAY_PRIVATE_KEY: JSON.stringify(key.private) } });
  });
  after(async () => {
    await world[Symbol.asyncDispose]();
    await stack.disposeAsync();
  });

  test('a query goes over signed HTTP with who asks and the trace, and answers as in one process', async () => {
    const token = await world.token({ scopes: ['people:read'], id: 'u7', tenant: 'north' });
    const traceId = 'c'.repeat(32);
    const { data, errors } = await world.post('{ whoAsks me { name } person(id: "ada") { name orders { id placedAt } } }', {
      token,
      headers: { traceparent: `00-${traceId}-${'d'.repeat(16)}-01` },
    });
    assert.deepEqual(errors, []);
    assert.deepEqual(data, {
      whoAsks: `user ${traceId}`,
      me: { name: 'u7 of north' },
      person: { name: 'Ada', orders: [{ id: 'order-of-ada', placedAt: '2026-01-02T03:04:05.000Z' }] },
    });
    assert.match(String(requests.at(-1)!.headers['traceparent']), new RegExp(`^00-${traceId}-[0-9a-f]{16}-0[01]$`));
  });

  test('errors of a service cross the wire as they do in one process', async () => {
    const { data, errors } = await world.post('{ mine: refuses crashes }');
    assert.deepEqual(data, { mine: null, crashes: null });
    assert.deepEqual(
      errors.map(({ path, extensions }) => [path, { ...extensions, traceId: 0 }]),
      [
        [['mine'], { code: 'CONFLICT', argument: 'name', holder: 'somebody', traceId: 0 }],
        [['crashes'], { code: 'INTERNAL_SERVER_ERROR', traceId: 0 }],
      ],
    );
  });

  test('a service answers nothing that the gateway did not sign for it, once, as it stands', async () => {
    const body = JSON.stringify({ query: '{ hello }' });
    const signer = await createRequestSigner(key.private);
    const stranger = await createRequestSigner((await createKey(key.public.kid)).private);
    const viewer = { kind: 'anonymous' } as const;
    const send = async (signature: string | undefined, sent = body) => {
      const response = await fetch(peopleUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(signature ? { [IDENTITY_HEADER]: signature } : {}) },
        body: sent,
      });
      return response.status;
    };
    const good = await signer.sign({ audience: 'people', body, viewer });
    assert.equal(await send(good), 200);
    assert.equal(await send(good), 401, 'replayed');
    assert.equal(await send(undefined), 401, 'unsigned');
    assert.equal(await send(await signer.sign({ audience: 'orders', body, viewer })), 401, 'for another service');
    assert.equal(await send(await signer.sign({ audience: 'people', body, viewer }), body.replace('hello', 'helln')), 401, 'altered');
    assert.equal(await send(await stranger.sign({ audience: 'people', body, viewer })), 401, 'by another key');
    assert.equal(await send(undefined, JSON.stringify({ query: '{ _service { sdl } }' })), 401, 'federation');
    const { headers, body: seen } = requests.at(-1)!;
    assert.equal(await send(String(headers[IDENTITY_HEADER]), seen), 401, 'a request of the gateway, sent again');
  });

  test('a URL without a key to sign with is a fault of configuration', async () => {
    await assert.rejects(
      startWorld({ wrap: () => ({ url: 'http://127.0.0.1:1/graphql' }) }),
      (error: Error) => error.name === 'ConfigError' && /GATEWAY_PRIVATE_KEY/.test(error.message),
    );
  });
});

describe('a service that is down', () => {
  test('its fields are null with an error each, the rest is there, and nothing tells which service it was', async () => {
    const key = await createKey();
    const wrap = (subgraph: Subgraph) => (subgraph.name === 'orders' ? { url: 'http://127.0.0.1:1/graphql' } : subgraph);
    await using world = await startWorld({ wrap, env: { GATEWAY_PRIVATE_KEY: JSON.stringify(key.private) } });
    const { status, data, errors } = await world.post('{ me { name orders { id } } }', { token: await world.token() });
    assert.equal(status, 200);
    assert.deepEqual(data, { me: { name: 'ada of acme', orders: null } });
    assert.deepEqual(
      errors.map(({ path, extensions }) => [path, extensions.code]),
      [[['me', 'orders'], 'SERVICE_UNAVAILABLE']],
    );
    assert.ok(!/orders|127\.0\.0\.1/.test(JSON.stringify({ ...errors[0], path: [] })));
  });

  test('an in-process service that throws is down too', async () => {
    const wrap = (subgraph: Subgraph): Subgraph => ({ ...subgraph, execute: () => Promise.reject(new Error('boom')) });
    await using world = await startWorld({ wrap });
    const { data, errors } = await world.post('{ a: hello b: crashes }');
    assert.deepEqual(data, { a: null, b: null });
    assert.deepEqual(
      errors.map(({ path, extensions }) => [path, extensions.code]),
      [
        [['a'], 'SERVICE_UNAVAILABLE'],
        [['b'], 'SERVICE_UNAVAILABLE'],
      ],
    );
  });
});
