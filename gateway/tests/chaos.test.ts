import { openBus } from '@customerai/events';
import { newTenant } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startGateway } from '../src/start.ts';
import { createPublisher, openSocket, startEventWorld } from './events-fixture.ts';

const CLIENTS = 20;
const EVENTS = 300;
const scopes = ['sentiment:read'];

/** The same numbers in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

test('over random disconnects, slow readers and restarts of gateway and log, every subscriber gets everything once and in order', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'chaos-'));
  await using world = await startEventWorld();
  const tenant = newTenant();
  const random = seeded(11);
  const env = { PORT: '0', MAX_SOCKETS_PER_USER: '1000', MAX_WAITING_EVENTS: '3' };

  async function startAll() {
    const bus = await openBus(`embedded:${directory}`);
    const parts = { ...world.parts, bus };
    const gateway = await startGateway(env, { ...parts, supergraphSdl: world.supergraphSdl, subgraphs: world.targets });
    return {
      gateway,
      publish: createPublisher(parts as never),
      stop: async () => {
        await gateway[Symbol.asyncDispose]();
        await bus[Symbol.asyncDispose]();
      },
    };
  }
  let platform = await startAll();
  const token = await world.token({ tenant, scopes });
  const over = new AbortController();

  function startClient() {
    const seen: string[] = [];
    const ready = Promise.withResolvers<void>();
    let cursor: string | null = null;
    let current: Awaited<ReturnType<typeof openSocket>> | undefined;
    const finished = Promise.withResolvers<void>();
    const live = async () => {
      while (!over.signal.aborted) {
        try {
          const raw = await openSocket(world, { url: platform.gateway.url });
          current = raw;
          raw.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
          raw.send({ type: 'ping' });
          void raw.closed.then(() => raw.push(undefined));
          for (let message = await raw.receive(); message; message = await raw.receive()) {
            if (message.type === 'connection_ack')
              raw.send({ id: '1', type: 'subscribe', payload: { query: 'subscription { sentimentAnalyzed { id } }', extensions: { cursor } } });
            if (message.type !== 'next') continue;
            ({ cursor } = message.payload.extensions);
            if (message.payload.extensions.ready) ready.resolve();
            else seen.push(message.payload.data.sentimentAnalyzed.id);
            if (seen.length >= EVENTS) finished.resolve();
          }
        } catch {
          await new Promise(setImmediate); // the gateway is away
        }
      }
    };
    const running = live();
    return {
      seen,
      ready: ready.promise,
      finished: finished.promise,
      disturb: () => {
        if (random() < 0.7) return current?.socket.terminate();
        const { socket } = current ?? {};
        socket?.pause();
        setTimeout(() => socket?.resume(), 20);
      },
      stop: async () => {
        current?.socket.terminate();
        await running;
      },
    };
  }

  const clients = Array.from({ length: CLIENTS }, startClient);
  await Promise.all(clients.map(({ ready }) => ready));
  const published: string[] = [];
  for (let index = 0; index < EVENTS; index++) {
    if (index % 75 === 40) {
      await platform.stop();
      platform = await startAll();
    }
    if (index % 3 === 0) clients[Math.floor(random() * CLIENTS)]!.disturb();
    await platform.publish.analysis(tenant, `a${index}`);
    published.push(`a${index}`);
  }
  await Promise.all(clients.map(({ finished }) => finished));
  for (const { seen } of clients) assert.deepEqual(seen, published);
  over.abort();
  await Promise.all(clients.map((client) => client.stop()));
  await platform.stop();
  await rm(directory, { recursive: true, force: true });
});
