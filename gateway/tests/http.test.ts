import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { getIntrospectionQuery } from 'graphql';
import { startWorld, type World } from './fixture.ts';

describe('queries over HTTP', () => {
  let world: World;
  before(async () => void (world = await startWorld()));
  after(() => world[Symbol.asyncDispose]());

  test('a query across two subgraphs comes back as one answer, dates as text', async () => {
    const token = await world.token({ scopes: ['people:read'] });
    const query = `query($id: ID!, $more: Boolean!) { one: person(id: $id) { __typename ...names orders @include(if: $more) { id total placedAt } } } fragment names on Person { name }`;
    const { data, errors } = await world.post(query, { token, variables: { id: 'ada', more: true } });
    assert.deepEqual(errors, []);
    assert.deepEqual(data.one, {
      __typename: 'Person',
      name: 'Ada',
      orders: [{ id: 'order-of-ada', total: 7, placedAt: '2026-01-02T03:04:05.000Z' }],
    });
    const less = await world.post(query, { token, variables: { id: 'ada', more: false } });
    assert.deepEqual(less.data.one, { __typename: 'Person', name: 'Ada' });
  });

  test('defaults of arguments and variables hold', async () => {
    const { data } = await world.post('query($name: String = "Bob") { a: hello b: hello(name: $name) c: hello(name: "Cy") }');
    assert.deepEqual(data, { a: 'Hello world', b: 'Hello Bob', c: 'Hello Cy' });
  });

  test('introspection works', async () => {
    const { data, errors } = await world.post(getIntrospectionQuery());
    assert.deepEqual(errors, []);
    assert.ok(data.__schema.types.some(({ name }: { name: string }) => name === 'Person'));
    assert.ok(!data.__schema.types.some(({ name }: { name: string }) => name.startsWith('join__')));
    assert.equal((await world.post('{ __typename __type(name: "Person") { name } }')).data.__type.name, 'Person');
  });

  test('several operations in one document need a name', async () => {
    const document = 'query a { hello } query b { b: hello }';
    assert.deepEqual((await world.post(document, { operationName: 'b' })).data, { b: 'Hello world' });
    assert.deepEqual((await world.post(document, { operationName: 'a' })).data, { hello: 'Hello world' });
    const { status, errors } = await world.post(document);
    assert.equal(status, 400);
    assert.equal(errors[0].extensions.code, 'OPERATION_RESOLUTION_FAILURE');
    assert.match(errors[0].message, /operationName.*a, b/);
  });

  test('the error of a service keeps its code and details, and tells nothing of where it came from', async () => {
    const { status, data, errors } = await world.post('{ mine: refuses hello }');
    assert.equal(status, 200);
    assert.deepEqual(data, { mine: null, hello: 'Hello world' });
    const { traceId, ...rest } = errors[0].extensions;
    assert.match(traceId, /^[0-9a-f]{32}$/);
    assert.deepEqual(
      { ...errors[0], extensions: rest },
      { message: 'That is taken already.', path: ['mine'], extensions: { code: 'CONFLICT', argument: 'name', holder: 'somebody' } },
    );
  });

  test('the path of an error below an entity is in the client terms', async () => {
    const token = await world.token({ scopes: ['people:read'] });
    const { data, errors } = await world.post('{ them: people { name credit } }', { token });
    assert.equal(data, null);
    assert.deepEqual(
      errors.map(({ path }) => path),
      [['them', 1, 'credit']],
    );
    assert.equal(errors[0].extensions.code, 'NOT_FOUND');
    assert.equal(errors[0].extensions.reason, 'none');
  });

  test('an entity that its owner does not know is an error with a path where null may not stand', async () => {
    const token = await world.token({ scopes: ['people:read'] });
    const { data, errors } = await world.post('{ person(id: "ada") { name credit } }', { token });
    assert.deepEqual([data.person, errors], [{ name: 'Ada', credit: 5 }, []]);
    const { errors: missing } = await world.post('{ ghost { name credit } }', { token });
    assert.deepEqual(
      missing.map(({ path, extensions }) => [path, extensions.code]),
      [[['ghost', 'credit'], 'NOT_FOUND']],
    );
  });

  test('an unexpected error is masked', async () => {
    const { data, errors } = await world.post('{ crashes }');
    assert.deepEqual(data, { crashes: null });
    assert.equal(errors[0].extensions.code, 'INTERNAL_SERVER_ERROR');
    assert.ok(!JSON.stringify(errors).includes('hunter2'));
  });

  test('the trace id of the caller reaches the service, the answer and the errors', async () => {
    const traceId = 'a'.repeat(32);
    const { headers, data, errors } = await world.post('{ whoAsks refuses }', { headers: { traceparent: `00-${traceId}-${'b'.repeat(16)}-01` } });
    assert.equal(headers.get('x-trace-id'), traceId);
    assert.equal(data.whoAsks, `anonymous ${traceId}`);
    assert.equal(errors[0].extensions.traceId, traceId);
  });

  test('a document with faults gets 400, each fault with a trace id', async () => {
    for (const query of ['{ hello(', '{ nothing }']) {
      const { status, errors } = await world.post(query);
      assert.equal(status, 400);
      assert.match(errors[0].extensions.code, /^GRAPHQL_(PARSE|VALIDATION)_FAILED$/);
      assert.match(errors[0].extensions.traceId, /^[0-9a-f]{32}$/);
    }
  });

  test('a wrong variable is named', async () => {
    const query = 'query($year: Int!, $colour: Colour, $at: DateTime!) { bornBefore(year: $year, colour: $colour) later(at: $at) }';
    const { status, errors } = await world.post(query, { variables: { year: 'old', colour: 'BLUE', at: '9999' } });
    assert.equal(status, 400);
    assert.deepEqual(
      errors.map(({ extensions }) => [extensions.code, extensions.argument]),
      [
        ['BAD_USER_INPUT', 'year'],
        ['BAD_USER_INPUT', 'colour'],
        ['BAD_USER_INPUT', 'at'],
      ],
    );
  });

  test('a query by GET works with the header against forgery; mutations, batches and forms do not', async () => {
    const get = (search: string, headers: Record<string, string> = {}) =>
      fetch(`${world.gateway.url}/graphql?${new URLSearchParams({ query: search })}`, { headers, redirect: 'manual' });
    const good = await get('{ hello }', { 'apollo-require-preflight': 'true' });
    assert.deepEqual(((await good.json()) as any).data, { hello: 'Hello world' });
    assert.equal((await get('{ hello }')).status, 400);
    assert.equal((await get('mutation { rename(id: "ada", name: "x") { id } }', { 'apollo-require-preflight': 'true' })).status, 405);
    const form = await fetch(`${world.gateway.url}/graphql`, { method: 'POST', body: new URLSearchParams({ query: '{ hello }' }) });
    assert.equal(form.status, 415);
    const batch = await fetch(`${world.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ hello }' }]),
    });
    assert.equal(batch.status, 400);
    assert.match(((await batch.json()) as any).errors[0].message, /batching/i);
  });

  test('a browser that opens /graphql is sent to the explorer', async () => {
    const response = await fetch(`${world.gateway.url}/graphql`, { headers: { accept: 'text/html,*/*' }, redirect: 'manual' });
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), '/explorer');
  });

  test('health, liveness and readiness answer', async () => {
    for (const path of ['/health', '/readyz', '/livez']) {
      const response = await fetch(world.gateway.url + path);
      assert.equal(response.status, 200);
      assert.equal(((await response.json()) as any).status, 'ok');
    }
  });
});
