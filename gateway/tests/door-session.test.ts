import { createRequestSigner, createRequestVerifier, IDENTITY_HEADER, openCache, openHttpDoor, type Subgraph } from '@customerai/service';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { createHttpClient } from '../src/plan/http-client.ts';
import { createKey, type Key } from './fixture.ts';

const stack = new AsyncDisposableStack();
const warned: string[] = [];
let key: Key;
let executed = 0;

const subgraph = { name: 'people', execute: async () => ({ data: { executed: ++executed } }) } as unknown as Subgraph;

async function openDoor() {
  const verifier = await createRequestVerifier([key.public], stack.use(await openCache('memory:', () => {})));
  const log = { warn: (_: object, text: string) => warned.push(text) } as never;
  return stack.use(await openHttpDoor({ subgraph, verifier, host: '127.0.0.1', port: 0, log }));
}

before(async () => {
  key = await createKey();
});
after(() => stack.disposeAsync());

test('the first request is signed, the next ones go by a session, also over replicas and when a door was replaced', async () => {
  const doors = [await openDoor(), await openDoor()];
  const identities: string[] = [];
  let turn = 0;
  const balancer = createServer(async (request, response) => {
    identities.push(String(request.headers[IDENTITY_HEADER]));
    const headers = { 'content-type': 'application/json', [IDENTITY_HEADER]: identities.at(-1)! };
    const answer = await fetch(doors[turn++ % doors.length]!.url, { method: 'POST', headers, body: Buffer.concat(await request.toArray()) });
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  }).listen(0, '127.0.0.1');
  await once(balancer, 'listening');
  stack.defer(() => void balancer.close().closeAllConnections());
  const url = `http://127.0.0.1:${(balancer.address() as AddressInfo).port}/graphql`;
  const client = stack.use(createHttpClient({ name: 'people', url, signer: await createRequestSigner(key.private), timeoutMs: 5_000 }));
  const ask = () => client.send({ query: 'mutation { executed }', variables: {} }, { viewer: { kind: 'anonymous' }, traceId: 'a'.repeat(32) });
  const bySession = () => identities.splice(0).map((identity) => identity.includes('~'));

  assert.deepEqual((await ask()).data, { executed: 1 });
  assert.deepEqual(bySession(), [false]);
  assert.deepEqual((await ask()).data, { executed: 2 }, 'the other door does not know the session, and executed nothing');
  assert.deepEqual(bySession(), [true, false]);
  turn = 0;
  for (let more = 3; more < 7; more++) assert.deepEqual((await ask()).data, { executed: more });
  assert.deepEqual(bySession(), [true, true, true, true]);

  doors.splice(0, 2, await openDoor());
  assert.deepEqual((await ask()).data, { executed: 7 });
  assert.deepEqual((await ask()).data, { executed: 8 });
  assert.deepEqual(bySession(), [true, false, true]);
  assert.deepEqual(warned, [], 'no door took it for an attack');
});
