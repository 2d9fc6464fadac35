import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { percentile, printTable } from './figures.ts';
import { runChaos } from './subscription-chaos.ts';
import { startServer } from './subscription-process.ts';
import { BenchSocket } from './subscription-sockets.ts';

const SUBSCRIBERS = Number(process.env['BENCH_SUBSCRIBERS'] ?? 10_000);
const MANY = 50_000;
const OTHER_FILES = 500; // that a process has open beside its sockets
const PER_ADDRESS = 20_000; // an address of ours has some 28,000 ports
const STILL_MS = 60_000; // a bench in which nothing moves for so long says so
const SETTLE_MS = 15_000;
const MOST_SETTLING = 10;
const PER_USER = 10; // sockets
const PER_SOCKET = 20;
const ROUNDS = 5;
const BURST = 20;
const QUERY = 'subscription { sentimentAnalyzed { id note } }';

let places = 1; // each measurement has addresses of its own: ports that were just used stay taken for a minute

const now = () => performance.timeOrigin + performance.now();

type Figures = Awaited<ReturnType<typeof measure>>;

/** `thorough`: with the time that events take. `perSocket`: subscriptions of one socket. */
async function measure(kind: 'gateway' | 'plain', { subscribers = SUBSCRIBERS, thorough = true, perSocket = 1 } = {}) {
  await using server = await startServer(kind);
  const { port } = await server.ask('start');
  const clients = Math.ceil(subscribers / perSocket);
  const tokens = await server.ask('tokens', Math.ceil(clients / PER_USER));
  let received = 0;
  let wanted = 0;
  let awaited = '';
  let arrivals: number[] = [];
  let acknowledged = 0;
  const onText = (text: string) => {
    if (text.startsWith('{"type":"connection_ack"')) return void acknowledged++;
    if (!text.includes('"next"')) throw new Error(`unexpected: ${text.slice(0, 200)}`);
    if (!text.includes(awaited)) return; // late ones of an event before
    arrivals.push(now());
    received++;
  };
  const expect = (count: number, id: string) => {
    awaited = `"${id}`;
    received = 0;
    wanted = count;
    arrivals = [];
  };
  const place = places++;
  // A few first, so that what is loaded and compiled once does not count for each.
  const sockets: BenchSocket[] = [];
  const open = async (index: number) => {
    const socket = new BenchSocket(port, '/graphql', onText, `127.0.${place}.${1 + Math.floor(index / PER_ADDRESS)}`);
    await socket.opened();
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${tokens[Math.floor(index / PER_USER)]}` } });
    sockets.push(socket);
    return socket;
  };
  /** Throws when nothing moves for long. */
  const until = async (fits: () => boolean, stillMs = STILL_MS) => {
    let state = '';
    for (let end = 0; !fits(); await new Promise((resolve) => setTimeout(resolve, 10))) {
      const present = `${sockets.length} sockets are open, ${acknowledged} welcome, ${received} of ${wanted} messages there`;
      const left = sockets.find(({ farewell }) => farewell !== undefined);
      if (left) throw new Error(`${present}; one was sent away: ${left.farewell}`);
      if (present !== state) [state, end] = [present, now() + stillMs];
      else if (now() > end) throw new Error(`${present}: nothing moves any more.`);
    }
  };
  const arrived = () => until(() => received >= wanted);
  /** Events, until one has reached everybody: who has subscribed a moment too late for one gets the next. */
  const settle = async (count: number, name: string) => {
    for (let round = 0; ; round++) {
      expect(count, `${name}-${round}`);
      await server.ask('publish', `${name}-${round}`);
      const there = await until(() => received >= wanted, SETTLE_MS).then(
        () => true,
        (error: Error) => (round === MOST_SETTLING ? Promise.reject(error) : false),
      );
      if (there) return;
    }
  };
  const subscribe = async (from: number, to: number) => {
    for (let index = from; index < to; index += 100) {
      const batch = await Promise.all(Array.from({ length: Math.min(100, to - index) }, (_, n) => open(index + n)));
      await until(() => acknowledged === sockets.length);
      for (const socket of batch)
        for (let index = 0; index < perSocket; index++) socket.send({ id: randomUUID(), type: 'subscribe', payload: { query: QUERY } });
    }
  };
  await subscribe(0, 20);
  await until(() => sockets.length === 20);
  await settle(20 * perSocket, 'warm');
  const idle = await server.ask('usage');
  const begun = now();
  await subscribe(20, clients);
  const connectMs = now() - begun;
  await settle(subscribers, 'first');
  const full = await server.ask('usage');

  const cpu: number[] = [];
  const p50: number[] = [];
  const p99: number[] = [];
  for (let round = 0; round < (thorough ? ROUNDS : 1); round++) {
    const before = await server.ask('cpu');
    expect(subscribers, `round-${round}`);
    const { at } = await server.ask('publish', `round-${round}`);
    await arrived();
    const waits = arrivals.map((arrived) => arrived - at);
    cpu.push((await server.ask('cpu')) - before);
    p50.push(percentile(waits, 0.5));
    p99.push(percentile(waits, 0.99));
  }
  expect(thorough ? subscribers * BURST : 0, 'burst-');
  const start = now();
  for (let index = 0; thorough && index < BURST; index++) {
    await server.ask('publish', `burst-${index}`);
    if (kind === 'plain') await until(() => received >= subscribers * (index + 1)); // it drops what comes while it is busy
  }
  await arrived();
  const framesPerSecond = (subscribers * BURST * 1000) / (now() - start);
  for (const socket of sockets) socket.cut();
  const mega = (bytes: number) => bytes / 1024 / 1024;
  return {
    rss: mega(full.rss - idle.rss),
    heap: mega(full.heap - idle.heap),
    total: mega(full.rss),
    cpu: percentile(cpu, 0.5),
    p50: percentile(p50, 0.5),
    p99: percentile(p99, 0.5),
    framesPerSecond,
    connectMs,
  };
}

export async function run(): Promise<void> {
  process.stdout.write(`${SUBSCRIBERS} subscribers of one stream on one process, ids of their own (UUID), messages of about 300 bytes.\n`);
  process.stdout.write('Ours checks a signed token for each socket and runs a federated plan for each event; graphql-ws has neither.\n\n');
  const kinds = ['gateway', 'plain'] as const;
  const results: Figures[] = [];
  for (const kind of kinds) results.push(await measure(kind));
  const row = (name: string, read: (figures: Figures) => number) => [name, ...results.map(read)];
  printTable(
    ['', 'ours', 'graphql-ws useServer'],
    [
      row('memory above idle, resident, MB', ({ rss }) => rss),
      row('memory above idle, heap and buffers, MB', ({ heap }) => heap),
      row('memory of the process, MB', ({ total }) => total),
      row('one event to all: CPU, ms', ({ cpu }) => cpu),
      row('one event to all: p50, ms', ({ p50 }) => p50),
      row('one event to all: p99, ms', ({ p99 }) => p99),
      row(`${BURST} events: frames a second`, ({ framesPerSecond }) => framesPerSecond),
      row('to connect and subscribe them all, s', ({ connectMs }) => connectMs / 1000),
    ],
  );
  process.stdout.write('\nOne core is shared with the clients of the bench; medians of 5 events.\n');
  // Cut sockets and killed gateways are worth their own time, whatever became of the many.
  const many = await measureMany(results[0]!).catch((error: Error) => error);
  await runChaos();
  if (many instanceof Error) throw many;
}

/**
 * As many subscribers as one process may have files open, up to 50,000; where that is fewer, what 50,000 would take by what each one more takes. Then 50,000
 * subscriptions over as few sockets as may carry them.
 */
async function measureMany(few: Figures): Promise<void> {
  const most = Math.min(MANY, Number(spawnSync('sh', ['-c', 'ulimit -Hn']).stdout) - OTHER_FILES || MANY);
  if (most < SUBSCRIBERS * 1.5) return void process.stdout.write(`\nSKIPPED: ${MANY} subscribers, for a process may open ${most} files here.\n`);
  const many = await measure('gateway', { subscribers: most, thorough: false });
  const shared = await measure('gateway', { subscribers: MANY, thorough: false, perSocket: PER_SOCKET });
  const each = (many.total - few.total) / (most - SUBSCRIBERS);
  const row = (count: number, mega: number, event: number | string, sockets = count) => [
    String(count),
    String(sockets),
    mega.toFixed(0),
    typeof event === 'string' ? event : event.toFixed(0),
  ];
  process.stdout.write('\n');
  printTable(
    ['subscriptions of one process', 'over sockets', 'memory of the process, MB', 'one event to all: CPU, ms'],
    [
      row(SUBSCRIBERS, few.total, few.cpu),
      row(most, many.total, many.cpu),
      row(MANY, shared.total, shared.cpu, MANY / PER_SOCKET),
      ...(most < MANY ? [row(MANY, many.total + (MANY - most) * each, 'reckoned by the two above: more files may not be open here')] : []),
    ],
  );
}
