import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import type { Identity } from '../auth/access-tokens.ts';
import { type QuickDoor, openQuickDoor } from './quick-door.ts';

const REQUEST = 'POST /graphql HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}';
const BODY = Buffer.alloc(1024 * 1024, 'x');

/** A door whose every answer is `BODY`, and a client of it that reads nothing yet. */
async function openDoor(identify?: Promise<Identity>) {
  const http = createServer((_, response) => response.end('from the server'));
  let asked = Promise.withResolvers<void>();
  const door: QuickDoor = openQuickDoor(http, {
    answers: {
      read: () => ({}) as never,
      permits: () => true,
      run: () => {
        asked.resolve();
        asked = Promise.withResolvers();
        return Promise.resolve({ status: 200, body: BODY, encoding: 'latin1', length: BODY.length });
      },
    },
    tokens: { known: () => (identify ? undefined : ({} as Identity)), identify: () => identify } as never,
    maxBytes: 100,
    allowedOrigins: new Set(),
    watch: undefined,
    keepAliveMs: 60_000,
    open: () => true,
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const accepted = once(http, 'connection') as Promise<[Socket]>;
  const client = connect((http.address() as AddressInfo).port, '127.0.0.1').pause();
  const [served] = await accepted;
  return {
    door,
    client,
    served,
    /** Resolves once the request is being answered, or when the door takes no more. */
    ask: async () => {
      const answered = asked.promise;
      const held = served.isPaused() ? Promise.resolve() : once(served, 'pause');
      client.write(REQUEST);
      await Promise.race([answered, held]);
    },
    [Symbol.dispose]() {
      client.destroy();
      http.close();
    },
  };
}

test('a client that asks on and on without reading is asked to wait, and gets all its answers in the end', async () => {
  using setting = await openDoor();
  const { client, served, ask } = setting;
  let requests = 0;
  for (; requests < 64 && !served.isPaused(); requests++) await ask();
  assert.ok(served.isPaused(), 'the door took 64 requests of a client that reads nothing');
  assert.ok(served.writableLength < 2 * BODY.length, `${served.writableLength} bytes are kept for it`);
  client.end();
  const all = await text(client);
  assert.equal(all.split('HTTP/1.1 200 OK').length - 1, requests);
});

test('a client that says no more while its token is looked at, which does not hold, is answered by the server', async () => {
  const { promise, reject } = Promise.withResolvers<Identity>();
  using setting = await openDoor(promise);
  const { client, served } = setting;
  const paused = once(served, 'pause');
  client.end(REQUEST);
  await paused;
  for (let turns = 0; turns < 20; turns++) await new Promise(setImmediate); // its end arrives
  reject(new Error('expired'));
  assert.match(await text(client), /from the server$/);
});

test('a drain lets out what was answered before', async () => {
  using setting = await openDoor();
  const { client, served, ask, door } = setting;
  let requests = 0;
  for (; served.writableLength === 0; requests++) {
    await ask();
    await new Promise(setImmediate);
  }
  door.closeIdle();
  const all = await text(client);
  assert.equal(all.split('x'.repeat(BODY.length)).length - 1, requests);
});

test('a drain lets out an answer that is made but not written yet', async () => {
  using setting = await openDoor();
  const { client, ask, door } = setting;
  await ask();
  for (let ticks = 0; ticks < 20; ticks++) await Promise.resolve(); // the turn is not over
  assert.equal(door.underWay, 1);
  door.closeIdle();
  client.end();
  assert.ok((await text(client)).endsWith('x'));
});
