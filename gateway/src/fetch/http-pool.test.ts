import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { test } from 'node:test';
import { createHttpPool } from './http-pool.ts';

const HEAD = 'content-type: application/json\r\n';

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

/** A service, and a pool of connections to it; `sockets` are those that were ever open. */
async function open(answer: RequestListener, { connections = 2, timeoutMs = 5_000 } = {}) {
  const stack = new AsyncDisposableStack();
  const server = createHttp(answer);
  const sockets: Socket[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  const url = await listen(server);
  stack.defer(() => void server.close().closeAllConnections());
  const pool = stack.use(createHttpPool({ url, connections, connectTimeoutMs: 1_000, timeoutMs }));
  return { pool, sockets, server, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

const echo: RequestListener = async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  response.end(Buffer.concat(parts));
};

test('requests use a connection again, and at most so many are open', async () => {
  await using service = await open(echo);
  const texts = Array.from({ length: 20 }, (_, index) => `{"é":"${'x'.repeat(index * 10_000)}"}`);
  const answers = await Promise.all(texts.map((text) => service.pool.post(HEAD, text)));
  assert.deepEqual(
    answers.map(({ text }) => text),
    texts,
  );
  assert.equal(service.sockets.length, 2);
  await service.pool.post(HEAD, '{}');
  assert.equal(service.sockets.length, 2);
});

test('the head says what it has to', async () => {
  await using service = await open((request, response) => {
    const { host, 'content-length': length, 'content-type': type } = request.headers;
    response.end(JSON.stringify({ url: request.url, host: host === `127.0.0.1:${request.socket.localPort}`, length, type }));
  });
  const { text } = await service.pool.post(HEAD, '{"é":1}');
  assert.deepEqual(JSON.parse(text), { url: '/graphql', host: true, length: '8', type: 'application/json' });
});

test('a request that takes too long is given up, its connection too; one that waited for a connection as well', async () => {
  let asked = 0;
  // Time is up between two looks, so that both are late at the same one.
  await using service = await open((_, response) => void (++asked > 1 && response.end('late no more')), { connections: 1, timeoutMs: 150 });
  const [slow, behind] = [service.pool.post(HEAD, '1'), service.pool.post(HEAD, '2')];
  await assert.rejects(behind, { name: 'TimeoutError' });
  await assert.rejects(slow, { name: 'TimeoutError' });
  assert.equal((await service.pool.post(HEAD, '3')).text, 'late no more');
  assert.equal(asked, 2);
});

test('what fails says whether the request may have arrived', async () => {
  await using service = await open((request) => void request.socket.destroy());
  await assert.rejects(service.pool.post(HEAD, '{}'), { code: 'ECONNRESET' });
  const empty = createServer();
  const url = await listen(empty);
  await new Promise((resolve) => empty.close(resolve));
  await using pool = createHttpPool({ url, connections: 1, connectTimeoutMs: 1_000, timeoutMs: 5_000 });
  await assert.rejects(pool.post(HEAD, '{}'), { code: 'ECONNREFUSED' });
});

test('a connection that the service closed meanwhile is not used', async () => {
  await using service = await open(echo);
  await service.pool.post(HEAD, '1');
  const [first] = service.sockets;
  const gone = once(first!, 'close');
  service.server.closeIdleConnections();
  await gone;
  await new Promise(setImmediate); // the pool hears of it
  assert.equal((await service.pool.post(HEAD, '2')).text, '2');
  assert.equal(service.sockets.length, 2);
});

test('a connection that closes in the turn in which it was chosen is left for another', async () => {
  await using service = await open(echo);
  await service.pool.post(HEAD, '1');
  const other = createServer();
  const { port } = new URL(await listen(other));
  const bell = connect(Number(port), '127.0.0.1');
  const [rope] = (await once(other, 'connection')) as [Socket];
  const asked = new Promise((resolve) => bell.once('data', () => resolve(service.pool.post(HEAD, '2'))));
  // Both are there when the loop looks next: the bell, then the end of the connection that waits.
  rope.write('ding');
  service.sockets[0]!.destroy();
  assert.equal(((await asked) as { text: string }).text, '2');
  assert.equal(service.sockets.length, 2);
  bell.destroy();
  other.close();
});

test('what nobody asked for ends the connection', async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'));
  });
  await using pool = createHttpPool({ url: await listen(server), connections: 1, connectTimeoutMs: 1_000, timeoutMs: 5_000 });
  assert.equal((await pool.post(HEAD, '1')).text, 'ok');
  const closed = once(sockets[0]!, 'close');
  sockets[0]!.write('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nforged');
  await closed;
  assert.equal((await pool.post(HEAD, '2')).text, 'ok');
  server.close();
});

test('closing waits for what is under way, and takes nothing new', async () => {
  const asked = Promise.withResolvers<() => void>();
  await using service = await open((_, response) => asked.resolve(() => void response.end('done')));
  const answer = service.pool.post(HEAD, '{}');
  const finish = await asked.promise;
  const closing = service.pool[Symbol.asyncDispose]();
  await assert.rejects(service.pool.post(HEAD, '{}'), { code: 'POOL_CLOSED' });
  finish();
  assert.equal((await answer).text, 'done');
  await closing;
});
