import { openBus } from '@customerai/events';
import { findProgram, freePort } from '@customerai/testkit';
import { exportJWK, generateKeyPair } from 'jose';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printTable } from './figures.ts';
import { benchEvent } from './subscription-event.ts';
import { startServer } from './subscription-process.ts';
import { BenchSocket } from './subscription-sockets.ts';

const CLIENTS = 100;
const LONGEST_SECONDS = Number(process.env['BENCH_CHAOS_SECONDS'] ?? 120); // it is over sooner where everything has happened
const STILL_MS = 60_000; // when nothing has come for so long, nothing more will
const CUTS = 1_000;
const EVENTS_PER_SECOND = 50;
const CUTS_PER_SECOND = 25;
const RESTARTS = { times: 20, everyMs: 2_000 };
const BROKER_KILLS = { times: 5, everyMs: 8_000 };

/** A generator whose numbers are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One subscriber that comes back after every disconnect, with the cursor of the last message that it got. */
function startClient(portOf: () => number, token: string) {
  const seen: number[] = [];
  let cursor: string | null = null;
  let socket: BenchSocket | undefined;
  let stopped = false;
  let connections = 0;
  let connected = false;
  let resyncs = 0;
  const ready = Promise.withResolvers<void>();

  const onText = (text: string) => {
    const { type, payload } = JSON.parse(text) as { type: string; payload?: any };
    if (type === 'connection_ack')
      return socket!.send({ id: '1', type: 'subscribe', payload: { query: 'subscription { sentimentAnalyzed { id } }', extensions: { cursor } } });
    if (type !== 'next') throw new Error(`unexpected: ${text}`);
    cursor = payload.extensions.cursor;
    if (payload.extensions.resync) resyncs++;
    if (payload.extensions.ready) ready.resolve();
    if (payload.data) seen.push(Number(payload.data.sentimentAnalyzed.id));
  };
  const running = (async () => {
    while (!stopped) {
      // From another address, so that none of these is given the very port that the gateway comes back to.
      socket = new BenchSocket(portOf(), '/graphql', onText, '127.0.0.2');
      try {
        await socket.opened();
        connections++;
        connected = true;
        socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
        await socket.closed;
        connected = false;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  })();
  return {
    seen,
    ready: ready.promise,
    figures: () => ({ connections, resyncs }),
    /** False when it is not connected just now. */
    cut: () => {
      if (!connected) return false;
      connected = false;
      socket!.cut();
      return true;
    },
    stop: async () => {
      stopped = true;
      socket?.cut();
      await running;
    },
  };
}

interface Disturbed {
  port(): number;
  tokens: readonly string[];
  publish(id: string): Promise<unknown>;
  /** What happens to the platform, how often, and at most one in so many ms. */
  disturb: readonly { times: number; everyMs: number; act(): Promise<unknown> }[];
}

/** Plays events, cuts and restarts, waits until everybody has everything, and prints what was lost on the way. */
async function play({ port, tokens, publish, disturb }: Disturbed, names: readonly string[]): Promise<void> {
  const clients = tokens.map((token) => startClient(port, token));
  await Promise.all(clients.map(({ ready }) => ready));
  const random = seeded(7);
  const start = performance.now();
  const end = start + LONGEST_SECONDS * 1000;
  let over = false;
  /** What is late is made up for. With `restMs` it is not: at least so long is between two, however long one takes. */
  const loop = async (everyMs: number, times: number, act: (turn: number) => Promise<unknown>, restMs = 0) => {
    let turn = 0;
    for (
      let due = performance.now() + everyMs;
      turn < times && !over && due < end;
      due = Math.max(due + everyMs, restMs && performance.now() + restMs)
    ) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(due - performance.now(), 1)));
      await act(turn++);
    }
    return turn;
  };
  const happening = Promise.all([
    loop(1000 / CUTS_PER_SECOND, CUTS, async () => {
      while (!clients[Math.floor(random() * CLIENTS)]!.cut() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
    }),
    // What was killed lives for a while before it is killed again, or nobody would be connected to it.
    ...disturb.map(({ times, everyMs, act }) => loop(everyMs, times, act, everyMs)),
  ]);
  void happening.then(() => (over = true));
  const published = await loop(1000 / EVENTS_PER_SECOND, Infinity, (turn) => publish(String(turn)));
  const [cuts, ...counts] = await happening;
  const seconds = (performance.now() - start) / 1000;
  const arrivals = () => clients.reduce((total, { seen }) => total + seen.length, 0);
  let there = -1;
  for (let still = 0; clients.some(({ seen }) => seen.length < published);) {
    if (arrivals() !== there) [there, still] = [arrivals(), performance.now() + STILL_MS];
    else if (performance.now() > still) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  let lost = 0;
  let doubled = 0;
  let disordered = 0;
  for (const { seen } of clients) {
    const distinct = new Set(seen);
    lost += published - distinct.size;
    doubled += seen.length - distinct.size;
    for (let index = 1; index < seen.length; index++) if (seen[index]! < seen[index - 1]!) disordered++;
  }
  const figures = clients.map((client) => client.figures());
  const sum = (read: (one: (typeof figures)[number]) => number) => figures.reduce((total, one) => total + read(one), 0);
  await Promise.all(clients.map((client) => client.stop()));
  process.stdout.write(`${CLIENTS} subscribers, ${published} events over ${seconds.toFixed(0)} s, each subscriber wants all of them:\n`);
  printTable(
    ['clients cut off at random', ...names, 'connections made', 'resyncs', 'lost', 'doubled', 'out of order'],
    [[cuts!, ...counts, sum(({ connections }) => connections), sum(({ resyncs }) => resyncs), lost, doubled, disordered].map(String)],
  );
}

/** Over NATS JetStream, where there is one; else over the embedded log. */
export const runChaos = (): Promise<void> => (findProgram('nats-server') ? runBrokerChaos() : runEmbeddedChaos());

/** The embedded log: gateways that drain and come again on the same port. */
async function runEmbeddedChaos(): Promise<void> {
  process.stdout.write('\nSKIPPED: killed gateways and brokers, for nats-server is not on this machine.\n');
  await using server = await startServer('gateway');
  let { port } = await server.ask('start');
  process.stdout.write('\nEmbedded log. ');
  const restart = async () => ({ port } = await server.ask('restart'));
  await play(
    {
      port: () => port,
      tokens: await server.ask('tokens', CLIENTS),
      publish: (id) => server.ask('publish', id),
      disturb: [{ ...RESTARTS, act: restart }],
    },
    ['gateways drained'],
  );
}

/** NATS JetStream: gateways killed (SIGKILL), and the broker killed and started again on its data. */
async function runBrokerChaos(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-nats-'));
  const natsPort = await freePort();
  const startBroker = () =>
    spawn(findProgram('nats-server')!, ['-a', '127.0.0.1', '-p', String(natsPort), '-js', '-sd', directory], { stdio: 'ignore' });
  let broker = startBroker();
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const port = await freePort();
  const env = { NATS_URL: `nats://127.0.0.1:${natsPort}`, PORT: String(port), BENCH_KEY: JSON.stringify(await exportJWK(privateKey)) };
  const bus = await untilIt(() => openBus(env.NATS_URL));
  let server = await startServer('gateway', env);
  process.stdout.write('\nNATS JetStream. ');
  const kill = async () => {
    await server[Symbol.asyncDispose]();
    server = await untilIt(() => startServer('gateway', env));
  };
  const killBroker = async () => {
    const gone = new Promise((resolve) => broker.once('exit', resolve));
    broker.kill('SIGKILL');
    await gone;
    broker = startBroker();
  };
  try {
    await play(
      {
        port: () => port,
        tokens: await server.ask('tokens', CLIENTS),
        publish: async (id) => {
          const event = benchEvent(id);
          await untilIt(() => bus.publish(event));
        },
        disturb: [
          { ...RESTARTS, act: kill },
          { ...BROKER_KILLS, act: killBroker },
        ],
      },
      ['gateways killed', 'brokers killed'],
    );
  } finally {
    await server[Symbol.asyncDispose]();
    await bus[Symbol.asyncDispose]();
    broker.kill('SIGKILL');
    await rm(directory, { recursive: true, force: true });
  }
}

async function untilIt<Value>(works: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries++) {
    try {
      return await works();
    } catch (error) {
      if (tries === 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
