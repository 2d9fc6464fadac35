import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { startWorld, type World } from './fixture.ts';

const nested = (levels: number) => `{ me ${'{ friends '.repeat(levels)}{ id }${' }'.repeat(levels)} }`;
/** Each fragment spreads the next one twice: 2^count fields. */
const bomb = (count: number) =>
  `{ me { ...f0 } } ${Array.from({ length: count }, (_, index) => `fragment f${index} on Person { a: friends { ...f${index + 1} } b: friends { ...f${index + 1} } }`).join(' ')} fragment f${count} on Person { id }`;

describe('limits', () => {
  let world: World;
  before(async () => void (world = await startWorld({ env: { MAX_BODY_BYTES: '20000', MAX_SIGNED_IN_BODY_BYTES: '200000', MAX_DEPTH: '12' } })));
  after(() => world[Symbol.asyncDispose]());

  const refused = async (query: string) => {
    const { status, errors } = await world.post(query, { token: await world.token() });
    return [status, errors[0]?.extensions.code];
  };

  test('depth', async () => {
    assert.deepEqual(await refused(nested(10)), [200, undefined]);
    assert.deepEqual(await refused(nested(11)), [400, 'DEPTH_LIMIT_EXCEEDED']);
    assert.deepEqual(await refused(`{ me { ...f } } fragment f on Person ${nested(10).slice('{ me '.length, -1)}`), [200, undefined]);
    assert.deepEqual(await refused(`{ me { friends { ...f } } } fragment f on Person ${nested(10).slice('{ me '.length, -1)}`), [
      400,
      'DEPTH_LIMIT_EXCEEDED',
    ]);
  });

  test('a document that doubles itself through fragments is refused before it is planned', async () => {
    const before = performance.now();
    assert.deepEqual(await refused(bomb(9)), [400, 'COST_LIMIT_EXCEEDED']);
    assert.ok(performance.now() - before < 2_000);
    assert.deepEqual(await refused(bomb(4)), [200, undefined]);
  });

  test('fragments that go round in circles are refused', async () => {
    assert.deepEqual(await refused('{ me { ...a } } fragment a on Person { friends { ...b } } fragment b on Person { friends { ...a } }'), [
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ]);
  });

  test('tokens', async () => {
    assert.deepEqual(await refused(`{ ${'hello '.repeat(5_001)} }`), [400, 'COST_LIMIT_EXCEEDED']);
  });

  test('an anonymous body is small, a signed-in one may be large', async () => {
    const variables = { name: 'x'.repeat(30_000) };
    const query = 'query($name: String) { hello(name: $name) }';
    const anonymous = await world.post(query, { variables });
    assert.deepEqual([anonymous.status, anonymous.errors[0].extensions.code], [413, 'COST_LIMIT_EXCEEDED']);
    assert.match(anonymous.errors[0].message, /Sign in/);
    const token = await world.token();
    assert.equal((await world.post(query, { variables, token })).data.hello.length, 30_006);
    const huge = await world.post(query, { variables: { name: 'x'.repeat(300_000) }, token });
    assert.equal(huge.status, 413);
    const packed = await fetch(`${world.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(JSON.stringify({ query, variables })),
    });
    assert.equal(packed.status, 413, 'what counts is the size when unpacked');
  });

  test('bytes that are not UTF-8, and text that is not JSON, are refused with the remedy', async () => {
    const send = async (body: Uint8Array | string, type = 'application/json') => {
      const response = await fetch(`${world.gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body: body as never });
      const { errors } = (await response.json()) as any;
      return [response.status, errors[0].extensions.code, errors[0].message] as const;
    };
    const latin1 = Buffer.from(JSON.stringify({ query: 'query($name: String) { hello(name: $name) }', variables: { name: 'Müller' } }), 'latin1');
    const [status, code, message] = await send(latin1);
    assert.deepEqual([status, code], [400, 'BAD_USER_INPUT']);
    assert.match(message, /UTF-8.*iconv/);
    assert.deepEqual((await send('{"query":')).slice(0, 2), [400, 'BAD_REQUEST']);
    assert.deepEqual((await send('{}')).slice(0, 2), [400, 'BAD_REQUEST']);
    assert.deepEqual((await send('[]')).slice(0, 2), [400, 'BAD_REQUEST']);
    assert.deepEqual((await send('"text"')).slice(0, 2), [400, 'BAD_REQUEST']);
    assert.deepEqual((await send('null')).slice(0, 2), [400, 'BAD_REQUEST']);
    assert.deepEqual((await send('{"query":"{ hello }"}', 'application/json; charset=latin1')).slice(0, 2), [415, 'BAD_REQUEST']);
    assert.deepEqual((await send('{"query":"{ hello }"}', 'text/plain')).slice(0, 2), [415, 'BAD_REQUEST']);
  });

  test('names that mean something to JavaScript do no harm', async () => {
    const { data, errors } = await world.post('{ __proto__: hello constructor: hello prototype: hello }');
    assert.deepEqual(errors, []);
    assert.deepEqual(Object.entries(data), [
      ['__proto__', 'Hello world'],
      ['constructor', 'Hello world'],
      ['prototype', 'Hello world'],
    ]);
    assert.equal(({} as any).polluted, undefined);
  });

  test('with introspection off, the schema stays closed and errors give no hints', async () => {
    await using closed = await startWorld({ env: { INTROSPECTION: 'off' } });
    const introspection = await closed.post('{ __schema { types { name } } }');
    assert.equal(introspection.status, 400);
    const { errors } = await closed.post('{ helo }');
    assert.ok(!errors[0].message.includes('Did you mean'));
    assert.equal((await fetch(`${closed.gateway.url}/explorer`)).status, 404);
  });
});
