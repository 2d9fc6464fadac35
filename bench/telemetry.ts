import { inSpan, isTracing, traceparent } from '@customerai/telemetry';
import { createClient } from 'graphql-ws';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { percentile, printTable } from './figures.ts';
import { type PlatformProcess, startPlatformProcess, withDataDir } from './platform-process.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 24);
const MESSAGES = 50;
const CALLERS = 8;
/** Hooks that one message passes on its way to the review queue, as the spans of a fully recorded trace count them. */
const HOOKS = 60;

interface Variant {
  name: string;
  floor: string;
  env: Record<string, string>;
}

/**
 * What telemetry costs: the same platform without it (twice, which shows the noise of this machine) and with it, side by side, taking turns. A round
 * is 50 messages from submission to the review item at a subscriber. What counts is the processor time of the platform's process, which other work on
 * the machine hardly changes: each round's against the mean of the two platforms without telemetry in the same round, of these the median.
 */
export async function run(): Promise<void> {
  const collector = createServer((request, response) => void request.resume().on('end', () => response.end('{}')));
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}` };
  const variants: Variant[] = [
    { name: 'off', floor: '', env: {} },
    { name: 'off, once more', floor: '', env: {} },
    { name: 'traces at 10 %', floor: 'at least 0.92', env: { ...traced, OTEL_TRACES_SAMPLER_ARG: '0.1' } },
    { name: 'traces at 10 % and metrics', floor: 'at least 0.92', env: { ...traced, OTEL_TRACES_SAMPLER_ARG: '0.1', METRICS_PORT: '0' } },
    { name: 'traces at 100 %', floor: '', env: { ...traced, OTEL_TRACES_SAMPLER_ARG: '1' } },
  ];
  await using stack = new AsyncDisposableStack();
  stack.defer(() => void collector.close());
  const lanes: { variant: Variant; lane: Lane; rates: number[]; cpu: number[] }[] = [];
  for (const variant of variants) {
    const opened = Promise.withResolvers<Lane>();
    const closing = Promise.withResolvers<void>();
    const living = withDataDir(async (dataDir) => {
      await using platform = await startPlatformProcess(dataDir, variant.env);
      opened.resolve(openLane(platform));
      await closing.promise;
    });
    living.catch(opened.reject);
    stack.defer(() => {
      closing.resolve();
      return living;
    });
    lanes.push({ variant, lane: await opened.promise, rates: [], cpu: [] });
  }
  for (const { lane } of lanes) await lane.round(); // warm-up
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of round % 2 === 0 ? lanes : lanes.toReversed()) {
      const { seconds, cpuMs } = await one.lane.round();
      one.rates.push(MESSAGES / seconds);
      one.cpu.push(cpuMs / MESSAGES);
    }
  }
  const [off, offAgain] = lanes;
  const baseOf = (pick: (lane: (typeof lanes)[number]) => readonly number[]) =>
    pick(off!).map((value, index) => (value + pick(offAgain!)[index]!) / 2);
  const [baseRates, baseCpu] = [baseOf(({ rates }) => rates), baseOf(({ cpu }) => cpu)];
  printTable(
    [
      `${ROUNDS} rounds of ${MESSAGES} messages`,
      'CPU ms a message',
      'CPU to off',
      'messages per CPU to off',
      'floor',
      'messages/s',
      'by the clock to off',
    ],
    lanes.map(({ variant, rates, cpu }) => [
      variant.name,
      percentile(cpu, 0.5).toFixed(2),
      inWords(ratios(cpu, baseCpu)),
      inWords(ratios(baseCpu, cpu)),
      variant.floor,
      percentile(rates, 0.5),
      inWords(ratios(rates, baseRates)),
    ]),
  );
  const nanoseconds = await costOfHook();
  const share = (nanoseconds * HOOKS) / (percentile(off!.cpu, 0.5) * 1e6);
  printTable(
    ['telemetry off against no telemetry in the code', 'floor', 'measured'],
    [
      ['one hook, asynchronous work in it (ns)', '', nanoseconds],
      [`${HOOKS} hooks against the CPU time of a message`, '1.00 ± 0.02', (1 + share).toFixed(5)],
    ],
  );
}

const ratios = (values: readonly number[], base: readonly number[]) => values.map((value, index) => value / base[index]!);

/** Median, and how sure it is: half the width of its 95 % interval (McGill's notch). */
function inWords(numbers: readonly number[]): string {
  const spread = percentile(numbers, 0.75) - percentile(numbers, 0.25);
  return `${percentile(numbers, 0.5).toFixed(3)} ± ${((1.57 * spread) / Math.sqrt(numbers.length)).toFixed(3)}`;
}

interface Lane {
  round(): Promise<{ seconds: number; cpuMs: number }>;
}

/** Callers and one subscriber of one platform; each round with a token and a socket of its own, since tokens last minutes and rounds may too. */
function openLane(platform: PlatformProcess): Lane {
  const { url } = platform;
  let sent = 0;
  const post = async (query: string, variables: object = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${platform.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { errors } = (await response.json()) as { errors?: { message: string }[] };
    if (errors) throw new Error(errors[0]!.message);
  };
  const submit = (index: number) => {
    const input = { customerId: `c-${index % 50}`, channel: 'EMAIL', text: `Order ${index} is late again, this is awful and I am very angry.` };
    return post('mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }', { input });
  };
  return {
    round: async () => {
      const socket = createClient({
        url: `${url.replace(/^http/, 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${platform.token}` },
      });
      const connected = new Promise<void>((resolve) => void socket.on('connected', () => resolve()));
      const done = Promise.withResolvers<void>();
      let arrived = 0;
      socket.subscribe<any>(
        { query: 'subscription { reviewQueueUpdated { change item { priority interaction { sentiment { label } } response { text } } } }' },
        {
          next: ({ data }) => data.reviewQueueUpdated.change === 'ADDED' && ++arrived === MESSAGES && done.resolve(),
          error: done.reject,
          complete: () => {},
        },
      );
      await connected;
      await post('{ __typename }'); // by now the gateway has read the subscription, too
      const first = sent;
      sent += MESSAGES;
      const cpu = platform.cpuMs();
      const begin = performance.now();
      let next = first;
      await Promise.all(
        Array.from({ length: CALLERS }, async () => {
          while (next < first + MESSAGES) await submit(next++);
        }),
      );
      await done.promise;
      const figures = { seconds: (performance.now() - begin) / 1000, cpuMs: platform.cpuMs() - cpu };
      await socket.dispose();
      return figures;
    },
  };
}

/** Time that a hook adds to asynchronous work while nothing traces: with it less without it, best of several runs. */
async function costOfHook(): Promise<number> {
  const TIMES = 1_000_000;
  const work = async (index: number) => index;
  const time = async (call: (index: number) => Promise<number>) => {
    const begin = performance.now();
    for (let index = 0; index < TIMES; index++) await call(index);
    return ((performance.now() - begin) * 1e6) / TIMES;
  };
  if (isTracing() || traceparent() !== undefined) throw new Error('Tracing must be off here.');
  const hooked = (index: number) => inSpan('hook', { kind: 'client', attributes: { 'db.system.name': 'none' } }, () => work(index));
  const [plain, with_]: number[][] = [[], []];
  for (let round = 0; round < 5; round++) {
    plain!.push(await time(work));
    with_!.push(await time(hooked));
  }
  return Math.max(0, Math.min(...with_!) - Math.min(...plain!));
}
