import { freePort } from '@customerai/testkit';
import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent } from 'undici';
import { load, type Load, pace, peakOf } from './executor/load.ts';
import { composeShop, queries } from './executor/shop.ts';
import { nodeEnv, nodeFlags } from '../scripts/node-flags.mjs';
import { measureAlone } from './executor/alone.ts';
import { percentile, printTable } from './figures.ts';

const CONNECTIONS = 50;
const ONLY = process.env['BENCH_ONLY']; // a part of a gateway's name
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);
const PACE = 200; // requests a second
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 1);
const WAIT_MS = 180_000;
const INSTALL_MS = 10 * 60_000;
const here = join(import.meta.dirname, 'executor');
const peers = join(import.meta.dirname, 'peers');

interface Running extends AsyncDisposable {
  url: string;
  tokens: readonly string[];
  pid: number;
}
interface Contender {
  name: string;
  start(supergraph: string, subgraphs: Record<string, string>, sharing: boolean): Promise<Running>;
}

/**
 * Our gateway beside others, each in its own process on one core (the services and the load on the other), on three queries: with another token a request,
 * so that nothing can be shared, and with the same for all. Then what each adds to the time of two services at a steady pace. About three minutes.
 */
export async function run(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'customerai-bench-'));
  const anywhere = `0-${cpus().length - 1}`;
  pin('1', process.pid);
  const services = onCore(1, () => fork(join(here, 'subgraphs.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
  const [ports] = (await once(services, 'message')) as [Record<string, number>];
  const urls = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, `http://127.0.0.1:${port}/graphql`]));
  const supergraph = join(dir, 'supergraph.graphql');
  writeFileSync(
    supergraph,
    composeShop((name) => urls[name]!),
  );
  const counted = async () => {
    services.send('count');
    return ((await once(services, 'message')) as [{ requests: number; representations: number }])[0];
  };

  const hive = installPeers();
  let contenders = [stock, ...(hive ? [hiveGateway] : []), ours].filter(({ name }) => !ONLY || name.includes(ONLY));
  const rows: (string | number)[][] = [];
  const memory: (string | number)[][] = [];
  const latency: (string | number)[][] = [];
  const answers = new Map<string, string>();
  for (const sharing of [false, true]) {
    const first = new Map<string, Load>();
    for (const contender of contenders) {
      await using gateway = await startOrSkip(contender, supergraph, urls, sharing);
      if (!gateway) {
        contenders = contenders.filter((other) => other !== contender);
        continue;
      }
      for (const [name, query] of Object.entries(queries)) {
        const answer = await askOnce(gateway, query);
        if (answers.has(name) && answers.get(name) !== answer) process.stdout.write(`${contender.name} answers "${name}" in another way.\n`);
        else answers.set(name, answer);
        await counted();
        await askOnce(gateway, query);
        const sent = await counted();
        const measured: Load[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          const tokenOf = (index: number) => gateway.tokens[sharing ? 0 : index % gateway.tokens.length];
          measured.push(await load({ ...gateway, query, connections: CONNECTIONS, seconds: SECONDS, tokenOf }));
        }
        const middle = measured.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(measured.length / 2)]!;
        if (!first.has(name)) first.set(name, middle);
        const base = first.get(name)!;
        rows.push([
          sharing ? 'the same for all' : 'a token each',
          name,
          contender.name,
          middle.perSecond,
          `${Math.round(middle.busy * 100)} %`,
          `${(middle.perSecond / base.perSecond).toFixed(2)}`,
          middle.cpu.toFixed(3),
          `${(base.cpu / middle.cpu).toFixed(2)}`,
          sent.requests,
          sent.representations,
          middle.bytes,
        ]);
      }
      if (!sharing) latency.push([contender.name, ...(await measureAdded(gateway, [urls['products']!, urls['reviews']!]))]);
      memory.push([sharing ? 'the same for all' : 'a token each', contender.name, peakOf(gateway.pid)]);
    }
  }
  services.kill();
  pin(anywhere, process.pid); // for what is measured next
  printTable(['the executor alone', "Apollo's, CPU ms", 'ours, CPU ms', 'the same bytes'], await measureAlone());
  process.stdout.write('\n');
  rmSync(dir, { recursive: true });
  printTable(
    ['requests', 'query', 'gateway', 'a second', 'of its core', 'x stock', 'CPU ms each', 'x less CPU', 'fetches', 'representations', 'bytes'],
    rows,
  );
  process.stdout.write(`\nMilliseconds at ${PACE} requests a second, the two-hop query, a token each:\n`);
  printTable(['gateway', 'p50', 'services alone', 'added', 'p99', 'services alone', 'added'], latency);
  process.stdout.write('\n');
  printTable(['requests', 'gateway', `peak memory at ${CONNECTIONS} connections (MB)`], memory);
}

/** A contender of other makers that does not start is left out, with a word; ours has to. */
async function startOrSkip(contender: Contender, ...how: Parameters<Contender['start']>): Promise<Running | undefined> {
  try {
    return await contender.start(...how);
  } catch (error) {
    if (contender === ours) throw error;
    process.stdout.write(`SKIPPED: ${contender.name}, for it did not start: ${(error as Error).message}\n`);
    return undefined;
  }
}

/** Hive Gateway is none of our dependencies: it is installed beside us when the bench first needs it. False, with a word, where that fails. */
function installPeers(): boolean {
  if (existsSync(join(peers, 'node_modules/.bin/hive-gateway'))) return true;
  process.stdout.write('Fetching Hive Gateway into bench/peers from the npm registry, once (750 packages, half a gigabyte) ...\n');
  const args = ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1'];
  const { status, stderr, error } = spawnSync('npm', args, {
    cwd: peers,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: INSTALL_MS,
  });
  if (status === 0) return true;
  process.stdout.write(
    `SKIPPED: Hive Gateway could not be installed, so it is not measured beside us. ${error?.message ?? stderr.trim().split('\n')[0]}\n\n`,
  );
  return false;
}

/** What a gateway adds to two services that are asked one after the other, in ms: p50 and p99 of both, and the difference. */
async function measureAdded({ url, tokens }: Running, services: readonly string[]): Promise<string[]> {
  const pool = new Agent({ connections: CONNECTIONS });
  const post = async (to: string, query: string, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const { origin, pathname: path } = new URL(to);
    const answer = await pool.request({ origin, path, method: 'POST', headers, body: JSON.stringify({ query }) });
    await answer.body.bytes();
  };
  const direct = async () => {
    for (const service of services) await post(service, '{__typename}');
  };
  const run = (ask: (index: number) => Promise<unknown>) => pace({ perSecond: PACE, seconds: SECONDS, ask });
  const through = await run((index) => post(url, queries['two-hop']!, tokens[index % tokens.length]));
  const bare = await run(direct);
  await pool.close();
  return [0.5, 0.99].flatMap((share) => {
    const [a, b] = [percentile(through, share), percentile(bare, share)];
    return [a, b, a - b].map((ms) => ms.toFixed(2));
  });
}

async function askOnce({ url, tokens }: Running, query: string): Promise<string> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens[0]}` };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return JSON.stringify(((await response.json()) as { data: unknown }).data);
}

const forked = (name: string, file: string, flags: readonly string[] = []): Contender => ({
  name,
  start: async (supergraph, subgraphs) => {
    const env = {
      ...nodeEnv,
      ...process.env,
      NODE_ENV: 'production',
      SUPERGRAPH: supergraph,
      SUBGRAPHS: JSON.stringify(subgraphs),
    };
    const child = onCore(0, () => fork(join(here, file), { env, execArgv: [...flags], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
    const [{ url, tokens }] = (await once(child, 'message')) as [{ url: string; tokens: string[] }];
    return { url, tokens, pid: child.pid!, [Symbol.asyncDispose]: () => end(child) };
  },
});
const ours = forked('ours', 'ours.ts', nodeFlags);
const stock = forked('@apollo/gateway', 'stock.ts');

const hiveGateway: Contender = {
  name: 'Hive Gateway (Rust planner)',
  start: async (supergraph, _subgraphs, sharing) => {
    const port = await freePort();
    const env = { ...process.env, NODE_ENV: 'production', SHARING: sharing ? 'on' : 'off' };
    const args = [
      'node_modules/@graphql-hive/gateway/dist/bin.js',
      'supergraph',
      supergraph,
      '--port',
      String(port),
      '--host',
      '127.0.0.1',
      '--fork',
      '1',
      '-c',
      join(peers, 'hive.config.mjs'),
    ];
    const child = onCore(0, () => spawn(process.execPath, args, { cwd: peers, env, stdio: ['ignore', 'ignore', 'inherit'] }));
    const url = `http://127.0.0.1:${port}/graphql`;
    const until = performance.now() + WAIT_MS;
    while (
      !(await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{__typename}"}' }).then(
        ({ ok }) => ok,
        () => false,
      ))
    ) {
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}.`);
      if (performance.now() > until) {
        await end(child);
        throw new Error(`no answer within ${WAIT_MS / 1000} s.`);
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return { url, tokens: Array.from({ length: 200 }, (_, index) => `token-${index}`), pid: child.pid!, [Symbol.asyncDispose]: () => end(child) };
  },
};

async function end(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** On a machine with two cores or more, the process stays on one of them. */
function onCore(core: number, start: () => ChildProcess): ChildProcess {
  const child = start();
  pin(String(core), child.pid!);
  return child;
}

function pin(cores: string, pid: number): void {
  spawnSync('taskset', ['-a', '-cp', cores, String(pid)], { stdio: 'ignore' }); // not Linux: it runs where it likes
}
