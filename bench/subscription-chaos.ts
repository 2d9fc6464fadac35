import { printTable } from './figures.ts';
import { startServer } from './subscriptions.ts';
import { BenchSocket } from './subscription-sockets.ts';

const CLIENTS = 100;
const SECONDS = 40;
const EVENTS_PER_SECOND = 50;
const CUTS_PER_SECOND = 25;
const RESTARTS = 20;

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
      socket = new BenchSocket(portOf(), '/graphql', onText);
      try {
        await socket.opened();
        connections++;
        socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
        await socket.closed;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  })();
  return {
    seen,
    ready: ready.promise,
    figures: () => ({ connections, resyncs }),
    cut: () => socket?.cut(),
    stop: async () => {
      stopped = true;
      socket?.cut();
      await running;
    },
  };
}

export async function runChaos(): Promise<void> {
  await using server = await startServer('gateway');
  let { port } = await server.ask('start');
  const tokens = await server.ask('tokens', CLIENTS);
  const clients = tokens.map((token) => startClient(() => port, token));
  await Promise.all(clients.map(({ ready }) => ready));
  const random = seeded(7);
  let published = 0;
  let cuts = 0;
  let restarts = 0;
  const end = performance.now() + SECONDS * 1000;
  const every = (ms: number, act: () => unknown) => {
    const timer = setInterval(() => {
      if (performance.now() < end) void act();
    }, ms);
    return () => clearInterval(timer);
  };
  const stops = [
    every(1000 / EVENTS_PER_SECOND, () => server.ask('publish', String(published++))),
    every(1000 / CUTS_PER_SECOND, () => {
      cuts++;
      clients[Math.floor(random() * CLIENTS)]!.cut();
    }),
    every((SECONDS * 1000) / (RESTARTS + 1), async () => {
      restarts++;
      ({ port } = await server.ask('restart'));
    }),
  ];
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000 + 1000));
  for (const stop of stops) stop();
  const deadline = performance.now() + 30_000;
  while (clients.some(({ seen }) => seen.length < published) && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));

  let lost = 0;
  let doubled = 0;
  let disordered = 0;
  for (const { seen } of clients) {
    const distinct = new Set(seen);
    lost += published - distinct.size;
    doubled += seen.length - distinct.size;
    for (let index = 1; index < seen.length; index++) if (seen[index]! < seen[index - 1]!) disordered++;
  }
  const connections = clients.reduce((sum, client) => sum + client.figures().connections, 0);
  const resyncs = clients.reduce((sum, client) => sum + client.figures().resyncs, 0);
  await Promise.all(clients.map((client) => client.stop()));
  process.stdout.write(
    `\n${CLIENTS} subscribers, ${published} events (${EVENTS_PER_SECOND} a second for ${SECONDS} s), each subscriber wants all of them:\n`,
  );
  printTable(
    ['clients cut off at random', 'gateways restarted', 'connections made', 'resyncs', 'lost', 'doubled', 'out of order'],
    [[cuts, restarts, connections, resyncs, lost, doubled, disordered].map(String)],
  );
}
