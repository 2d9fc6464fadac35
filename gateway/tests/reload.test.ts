import { newTenant } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createPublisher, greet, startEventWorld } from './events-fixture.ts';
import { followSupergraph } from '../src/plan/follow-supergraph.ts';
import { startGateway } from '../src/start.ts';

const scopes = ['sentiment:read', 'responses:read', 'reviews:read'];

test('a reload keeps what fits, and ends what does not with a code', async () => {
  await using world = await startEventWorld();
  const publish = createPublisher(world.parts);
  const tenant = newTenant();
  const raw = await greet(world, await world.token({ tenant, scopes }));
  raw.send({ id: 'kept', type: 'subscribe', payload: { query: 'subscription { sentimentAnalyzed { id } }' } });
  raw.send({ id: 'ends', type: 'subscribe', payload: { query: 'subscription { sentimentAnalyzed { note } }' } });
  raw.send({ id: 'q', type: 'subscribe', payload: { query: '{ __typename }' } });
  await raw.receive();
  await raw.receive();
  await publish.analysis(tenant, 'a1');
  assert.deepEqual([(await raw.receive()).id, (await raw.receive()).id].sort(), ['ends', 'kept']);

  const smaller = world.supergraphSdl.replace(/^ {2}note: String!.*\n/m, '  remark: String @join__field(graph: SENTIMENT)\n');
  assert.notEqual(smaller, world.supergraphSdl);
  world.gateway.reload(smaller);
  const ended = await raw.receive();
  assert.deepEqual([ended.id, ended.type, ended.payload[0].extensions.code], ['ends', 'error', 'SUBSCRIPTION_SCHEMA_RELOAD']);
  assert.match(ended.payload[0].message, /note/);
  for (const id of ['a2', 'a3']) await publish.analysis(tenant, id);
  assert.deepEqual([(await raw.receive()).payload.data.sentimentAnalyzed.id, (await raw.receive()).payload.data.sentimentAnalyzed.id], ['a2', 'a3']);
  const { errors } = await world.post('{ __type(name: "SentimentAnalysis") { fields { name } } }', { token: await world.token({ scopes }) });
  assert.deepEqual(errors, []);

  assert.throws(() => world.gateway.reload('type Query'));
  assert.throws(() => world.gateway.reload(world.supergraphSdl.replace('sentiment.analysis.complete', 'unheard.of')), /unheard\.of/);
  await publish.analysis(tenant, 'a4');
  assert.equal((await raw.receive()).payload.data.sentimentAnalyzed.id, 'a4');
  raw.socket.terminate();
});

test('a graph whose file changes is taken over, one that is none is not', async () => {
  await using world = await startEventWorld();
  const directory = await mkdtemp(join(tmpdir(), 'graph-'));
  const file = join(directory, 'supergraph.graphql');
  await writeFile(file, world.supergraphSdl);
  const changes: unknown[] = [];
  let changed = Promise.withResolvers<void>();
  const note = (_: object, message: string) => {
    changes.push(message);
    changed.resolve();
  };
  const log = { info: note, error: note } as never;
  using _ = followSupergraph(file, world.supergraphSdl, { reload: world.gateway.reload, log, everyMs: 20 });
  const write = async (text: string) => {
    changed = Promise.withResolvers();
    await writeFile(file, text);
    await changed.promise;
  };
  await write(world.supergraphSdl.replace(/^ {2}interactionCount: Int!.*\n/m, '  messageCount: Int! @join__field(graph: SENTIMENT)\n'));
  await write('no graph');
  assert.deepEqual(changes, ['another graph is in place', 'the composed graph has changed and cannot be taken; the one in place stays']);
  const { errors } = await world.post('{ interactionCount messageCount }');
  assert.match(errors.map(({ message }) => message).join(), /^Cannot query field "interactionCount"[^,]*$/);
  await rm(directory, { recursive: true });
});

test('a drain sends clients away one after the other; the next gateway gives them what they missed', async () => {
  await using world = await startEventWorld({ env: { MAX_SOCKETS_PER_USER: '100' } });
  const { parts, supergraphSdl, targets } = world;
  const publish = createPublisher(parts);
  const tenant = newTenant();
  const token = await world.token({ tenant, scopes });
  const payload = { query: 'subscription { sentimentAnalyzed { id } }', extensions: { cursor: null as string | null } };
  const first = await startGateway({ PORT: '0', MAX_SOCKETS_PER_USER: '100' }, { ...parts, supergraphSdl, subgraphs: targets });
  await using second = await startGateway({ PORT: '0', MAX_SOCKETS_PER_USER: '100' }, { ...parts, supergraphSdl, subgraphs: targets });

  const closings: number[] = [];
  const client = async () => {
    let socket = await greet(world, token, first.url);
    let cursor: string | null = null;
    const seen: string[] = [];
    socket.send({ id: '1', type: 'subscribe', payload });
    ({ cursor } = (await socket.receive()).payload.extensions);
    const old = socket;
    const moved = old.closed.then(async ({ code }) => {
      closings.push(code);
      socket = await greet(world, token, second.url);
      socket.send({ id: '1', type: 'subscribe', payload: { ...payload, extensions: { cursor } } });
      return socket;
    });
    return {
      read: async (wanted: number) => {
        const one = await moved;
        while (seen.length < wanted) seen.push((await one.receive()).payload.data.sentimentAnalyzed.id);
        one.socket.terminate();
        return seen;
      },
    };
  };
  const clients = await Promise.all(Array.from({ length: 60 }, client));
  const start = performance.now();
  const draining = first[Symbol.asyncDispose]();
  const ids = Array.from({ length: 20 }, (_, n) => `a${n}`);
  for (const id of ids) await publish.analysis(tenant, id);
  await draining;
  assert.ok(performance.now() - start >= 250, 'spread over 5 ms a client');
  for (const one of clients) assert.deepEqual(await one.read(20), ids);
  assert.deepEqual(new Set(closings), new Set([1012]));
});

test('a drain ends though a refused client goes on talking and never hangs up', async () => {
  const world = await startEventWorld();
  const { port } = world.gateway;
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  await once(socket, 'connect');
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';
  socket.write(`GET /elsewhere HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`);
  socket.write('and more that nobody asked for');
  const [answer] = await once(socket, 'data');
  assert.match(String(answer), /^HTTP\/1\.1 404/);
  await world[Symbol.asyncDispose]();
  socket.destroy();
});
