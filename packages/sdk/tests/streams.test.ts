import { startTestPlatform, type TestClient, type TestPlatform } from '@customerai/testkit/platform';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { WebSocket, WebSocketServer } from 'ws';
import { createClient } from '../src/index.ts';

const SUBMIT = 'mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }';
const ANALYSES = 'subscription { sentimentAnalyzed { id interaction { id } } }';

/** A WebSocket that remembers who was opened, so that a test can cut the wire. */
function createCuttableSockets() {
  const open = new Set<WebSocket>();
  let connected = 0;
  class Cuttable extends WebSocket {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given);
      open.add(this);
      connected++;
      this.once('close', () => open.delete(this));
    }
  }
  return {
    webSocket: Cuttable,
    count: () => connected,
    cut: () => {
      for (const socket of open) socket.terminate();
    },
  };
}

describe('streams over the real platform', () => {
  let platform: TestPlatform;
  let tester: TestClient;
  before(async () => {
    platform = await startTestPlatform();
    tester = await platform.newTenant();
  });
  after(() => platform[Symbol.asyncDispose]());

  const submit = async (index: number): Promise<string> => {
    const input = { customerId: `c-${index % 3}`, channel: 'CHAT', text: `Message ${index}: the delivery was late again.` };
    return (await tester.queryOk(SUBMIT, { input })).submitInteraction.id;
  };

  test('a stream whose socket is cut again and again misses nothing and repeats nothing', async () => {
    const sockets = createCuttableSockets();
    await using client = createClient({ url: platform.url, auth: tester.token, webSocket: sockets.webSocket });
    const stop = new AbortController();
    const ready = Promise.withResolvers<void>();
    const got: string[] = [];
    let wanted = Number.POSITIVE_INFINITY;
    const reading = (async () => {
      const stream = client.subscribe<any>(ANALYSES, {}, { signal: stop.signal, onReady: () => ready.resolve() });
      for await (const { data } of stream) {
        got.push(data.sentimentAnalyzed.interaction.id);
        if (got.length >= wanted) stop.abort();
      }
    })();
    await ready.promise;
    const submitted: string[] = [];
    for (let index = 0; index < 30; index++) {
      if (index % 6 === 5) {
        const before = sockets.count();
        sockets.cut();
        while (index % 12 === 5 && sockets.count() === before) await new Promise((resolve) => setTimeout(resolve, 5));
      }
      submitted.push(await submit(index));
    }
    wanted = submitted.length;
    sockets.cut();
    await reading;
    assert.deepEqual(got.toSorted(), submitted.toSorted());
    assert.ok(sockets.count() >= 4, `${sockets.count()} connections`);
  });

  test('a stream goes on after a cursor that was kept', async () => {
    await using client = createClient({ url: platform.url, auth: tester.token, webSocket: WebSocket });
    const other = await platform.newTenant();
    const ready = Promise.withResolvers<unknown>();
    const stream = client.subscribe<any>(ANALYSES, {}, { onReady: ready.resolve });
    const first = stream.next();
    await ready.promise;
    await submit(100);
    const { cursor } = (await first).value!;
    await stream.return(undefined);
    const missed = [await submit(101), await submit(102)];
    await platform.settle();
    const got: string[] = [];
    for await (const { data } of client.subscribe<any>(ANALYSES, {}, { after: cursor! })) {
      got.push(data.sentimentAnalyzed.interaction.id);
      if (got.length === 2) break;
    }
    assert.deepEqual(got.toSorted(), missed.toSorted());

    await using stranger = createClient({ url: platform.url, auth: other.token, webSocket: WebSocket });
    await assert.rejects(stranger.subscribe(ANALYSES, {}, { after: cursor! }).next(), { code: 'BAD_USER_INPUT', argument: 'extensions.cursor' });
  });
});

/** A platform of a few lines: says what the test wants, and keeps what it hears. */
async function startScript(answer: (message: any, say: (message: object) => void) => void) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'graphql-transport-ws' });
  await once(server, 'listening');
  const heard: any[] = [];
  server.on('connection', (socket) =>
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      heard.push(message);
      const say = (reply: object) => socket.send(JSON.stringify(reply));
      if (message.type === 'connection_init') say({ type: 'connection_ack' });
      else answer(message, say);
    }),
  );
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    [Symbol.asyncDispose]: async () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

const tokenFor = (seconds: number, name: string) =>
  `head.${Buffer.from(JSON.stringify({ exp: Date.now() / 1000 + seconds, name })).toString('base64url')}.sign`;

test('a gap in the log is told by onResync, a fault in one event by onFault, and the stream goes on', async () => {
  await using script = await startScript(({ id, type }, say) => {
    if (type !== 'subscribe') return;
    say({ id, type: 'next', payload: { data: null, extensions: { cursor: 'a', resync: true } } });
    say({ id, type: 'next', payload: { data: null, errors: [{ message: 'gone', extensions: { code: 'NOT_FOUND' } }], extensions: { cursor: 'b' } } });
    say({ id, type: 'next', payload: { data: { n: 1 }, extensions: { cursor: 'c' } } });
  });
  await using client = createClient({ url: script.url, webSocket: WebSocket });
  const told: unknown[] = [];
  const stream = client.subscribe(
    'subscription { n }',
    {},
    { after: 'old', onResync: (cursor) => told.push(cursor), onFault: ({ code }) => told.push(code) },
  );
  assert.deepEqual((await stream.next()).value, { data: { n: 1 }, cursor: 'c' });
  assert.deepEqual(told, ['a', 'NOT_FOUND']);
  assert.deepEqual(script.heard[1].payload.extensions, { cursor: 'old' });
});

test('a token is replaced on the open socket before it ends', async () => {
  const tokens = [tokenFor(0.2, 'first'), tokenFor(300, 'second')];
  const renewed = Promise.withResolvers<any>();
  await using script = await startScript((message) => {
    if (message.type === 'ping') renewed.resolve(message.payload);
  });
  await using client = createClient({ url: script.url, auth: () => (tokens.length > 1 ? tokens.shift()! : tokens[0]!), webSocket: WebSocket });
  void client
    .subscribe('subscription { n }')
    .next()
    .catch(() => {});
  assert.deepEqual(await renewed.promise, { authorization: `Bearer ${tokens[0]}` });
  assert.equal(script.heard.filter(({ type }) => type === 'connection_init').length, 1);
});
