import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { startWorld, type World } from './fixture.ts';

const HELLO = JSON.stringify({ query: '{ hello }' });
const EMPTY = '\r\n\r\n';

/** One connection, spoken to in bytes. */
async function open(
  url: string,
): Promise<{ socket: Socket; next(): Promise<{ status: number; head: string; body: string }>; ended: Promise<unknown> }> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  await once(socket, 'connect');
  let text = '';
  let more = Promise.withResolvers<void>();
  socket.setEncoding('latin1').on('data', (data: string) => {
    text += data;
    more.resolve();
    more = Promise.withResolvers();
  });
  const ended = once(socket, 'end');
  const next = async () => {
    for (;;) {
      const end = text.indexOf(EMPTY);
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
      if (end >= 0 && text.length >= end + 4 + length) {
        const answer = { status: Number(text.slice(9, 12)), head: text.slice(0, end), body: text.slice(end + 4, end + 4 + length) };
        text = text.slice(end + 4 + length);
        return answer;
      }
      await more.promise;
    }
  };
  return { socket, next, ended };
}

const post = (body: string, headers: Record<string, string> = {}) =>
  [
    'POST /graphql HTTP/1.1',
    'host: here',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');

describe('the quick door', () => {
  let world: World;
  before(async () => {
    world = await startWorld({ env: { ALLOWED_ORIGINS: 'https://app.example.com' } });
    await fetch(`${world.gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: HELLO }); // known from now on
  });
  after(() => world[Symbol.asyncDispose]());

  const hello = '{"data":{"hello":"Hello world"}}';

  test('answers with the head that the server writes', async () => {
    const headers = { origin: 'https://app.example.com', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
    const { socket, next } = await open(world.gateway.url);
    socket.write(post(HELLO, headers));
    const quick = await next();
    const { socket: other, next: nextOfOther } = await open(world.gateway.url);
    const whole = post(HELLO, headers);
    other.write(whole.slice(0, 100)); // in two pieces it is the server's
    await new Promise(setImmediate);
    other.write(whole.slice(100));
    const ordinary = await nextOfOther();
    const plain = ({ head }: { head: string }) => head.replace(/\r\nDate: .*/, '');
    assert.equal(plain(quick), plain(ordinary));
    assert.equal(quick.body, ordinary.body);
    assert.match(quick.head, /\r\nDate: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r\n/);
    socket.destroy();
    other.destroy();
  });

  test('one connection may ask plainly, then otherwise, then plainly again', async () => {
    const { socket, next } = await open(world.gateway.url);
    const token = await world.token({ scopes: ['people:read'] });
    for (const [request, status, part] of [
      [post(HELLO), 200, hello],
      [post(HELLO, { authorization: `Bearer ${token}` }), 200, hello],
      [post(HELLO, { authorization: `Bearer ${token}` }), 200, hello],
      [post(HELLO, { authorization: 'Bearer nonsense' }), 401, 'UNAUTHENTICATED'],
      [post(JSON.stringify({ query: '{ nothing }' })), 400, 'GRAPHQL_VALIDATION_FAILED'],
      [`GET /livez HTTP/1.1\r\nhost: here${EMPTY}`, 200, ''],
      [post(HELLO), 200, hello],
    ] as const) {
      socket.write(request);
      const answer = await next();
      assert.equal(answer.status, status, request);
      assert.ok(answer.body.includes(part), answer.body);
    }
    socket.destroy();
  });

  test('requests that are sent before the answer came are answered in their order', async () => {
    const { socket, next } = await open(world.gateway.url);
    const typed = JSON.stringify({ query: '{ __typename }' });
    socket.write(post(HELLO));
    socket.write(post(HELLO) + post(typed));
    socket.write(post(HELLO));
    for (const part of [hello, hello, '"__typename"', hello]) assert.ok((await next()).body.includes(part));
    socket.destroy();
  });

  test('who says that nothing more will come is answered all the same', async () => {
    for (const [authorization, status] of [
      [undefined, 200],
      ['Bearer nonsense', 401],
      [`Bearer ${await world.token()}`, 200],
    ] as const) {
      const { socket, next, ended } = await open(world.gateway.url);
      socket.end(post(HELLO, authorization ? { authorization } : {}));
      assert.equal((await next()).status, status);
      await ended;
      socket.destroy();
    }
  });

  test('requests whose end is told in two ways, or in none that holds, are refused', async () => {
    const extra = 'GET /smuggled HTTP/1.1\r\nhost: here\r\n\r\n';
    for (const request of [
      post(HELLO, { 'transfer-encoding': 'chunked' }),
      post(HELLO, { 'content-length': '5' }),
      post(HELLO).replace('host: here\r\n', ''),
      post(HELLO).replace('content-type', ' folded: x\r\ncontent-type'),
      post(HELLO).replace('host: here\r\n', 'host: here\nx: y\r\n'),
    ]) {
      const { socket, next } = await open(world.gateway.url);
      socket.write(post(HELLO));
      assert.equal((await next()).status, 200);
      socket.write(request + extra);
      assert.equal((await next()).status, 400, request);
      socket.destroy();
    }
  });

  test('a client that goes away while it waits harms nobody', async () => {
    const { socket } = await open(world.gateway.url);
    socket.write(post(HELLO));
    socket.resetAndDestroy();
    const { socket: other, next } = await open(world.gateway.url);
    other.write(post(HELLO));
    assert.equal((await next()).status, 200);
    other.destroy();
  });
});

test('a drain closes connections that wait for a request', async () => {
  const world = await startWorld({});
  const { socket, next, ended } = await open(world.gateway.url);
  socket.on('error', () => {});
  await fetch(`${world.gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: HELLO });
  socket.write(post(HELLO));
  assert.equal((await next()).status, 200);
  await Promise.all([Promise.race([ended, once(socket, 'close')]), world[Symbol.asyncDispose]()]);
  socket.destroy();
});
