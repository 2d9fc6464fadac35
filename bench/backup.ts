import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeEnv, nodeFlags } from '../scripts/node-flags.mjs';
import { printTable } from './figures.ts';
import { multiply } from './multiply.ts';
import { startPlatformProcess, withDataDir } from './platform-process.ts';

const SEEDED = 1_000;
const COPIES = Number(process.env['BENCH_COPIES'] ?? 99);
const BATCH = 250;
const root = join(import.meta.dirname, '..');
const seconds = (since: number) => (performance.now() - since) / 1000;

/**
 * Backup of a running platform, loss of its data directory, restore, start. 1,000 interactions go through the real pipeline; the other 99,000 are copies
 * of their documents and events under other ids, because what is measured is moving them.
 */
export async function run(): Promise<void> {
  await withDataDir(async (folder) => {
    const dataDir = join(folder, 'data');
    const env = { DATA_DIR: dataDir, BACKUP_KEY_FILE: join(folder, 'key') };
    const total = SEEDED * (COPIES + 1);
    {
      await using _ = await startPlatformProcess(dataDir);
      for (let from = 0; from < SEEDED; from += BATCH) await submit(dataDir, from);
      await until(dataDir, `{ reviewQueue { totalCount } interactions { totalCount } }`, ({ interactions }) => interactions.totalCount === SEEDED);
      await untilCounted(dataDir, SEEDED);
    }
    await multiply(dataDir, COPIES);
    await rm(join(dataDir, 'warehouse.duckdb')); // filled again from the events
    const figures: [string, string, number][] = [];
    await runCli(env, ['backup', '--new-key', env.BACKUP_KEY_FILE], { BACKUP_KEY_FILE: '' });
    {
      await using _ = await startPlatformProcess(dataDir);
      await untilCounted(dataDir, total);
      const begin = performance.now();
      process.stdout.write(await runCli(env, ['backup', join(folder, 'backups')]));
      figures.push([`backup of ${total} interactions, platform running (s)`, '', seconds(begin)]);
    }
    await rm(dataDir, { recursive: true });
    const begin = performance.now();
    process.stdout.write(await runCli(env, ['restore', join(folder, 'backups')]));
    figures.push(
      ['restore into nothing (s)', '', seconds(begin)],
      ['backup and restore together (s)', 'at most 180', figures[0]![2] + seconds(begin)],
    );

    const start = performance.now();
    await using _ = await startPlatformProcess(dataDir);
    const { interactions } = await ask(
      dataDir,
      `{ interactions(first: 1) { totalCount edges { node { id sentiment { label } responses { id } } } } }`,
    );
    figures.push(['restored platform serves (s)', 'at most 60', seconds(start)], ['interactions in it', String(total), interactions.totalCount]);
    printTable(['figure', 'floor', 'measured'], figures);
  });
}

async function submit(dataDir: string, from: number): Promise<void> {
  const inputs = Array.from({ length: BATCH }, (_, index) => ({
    customerId: `c-${(from + index) % 500}`,
    customerName: 'Bench',
    channel: 'EMAIL',
    text: `Order ${from + index} is late again, this is awful and I am very angry. Please write back and tell me when it comes.`,
  }));
  await ask(dataDir, `mutation($inputs: [SubmitInteractionInput!]!) { submitInteractions(inputs: $inputs) { error } }`, { inputs });
}

/** Asks the platform of a data directory; its token there is renewed every few minutes. */
async function ask(dataDir: string, query: string, variables: object = {}): Promise<any> {
  const { url, token } = JSON.parse(await readFile(join(dataDir, 'operator.json'), 'utf8')) as { url: string; token: string };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: { message: string }[] };
  if (errors) throw new Error(errors[0]!.message);
  return data;
}

const RANGE = { from: new Date(Date.now() - 86_400_000), to: new Date(Date.now() + 86_400_000) };

/** The warehouse has counted so many interactions, and as many review items are open as there are drafts. */
const untilCounted = (dataDir: string, count: number) =>
  until(
    dataDir,
    `query($range: TimeRangeInput!) { kpis(range: $range) { interactions openReviews } }`,
    ({ kpis }) => kpis.interactions === count && kpis.openReviews === count,
    { range: RANGE },
  );

/** Nothing tells the outside that a platform is quiet, so this asks every second. */
async function until(dataDir: string, query: string, fits: (data: any) => boolean, variables: object = {}): Promise<void> {
  const end = performance.now() + 20 * 60_000;
  let last: unknown;
  while (performance.now() < end) {
    if (fits((last = await ask(dataDir, query, variables)))) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error(`After 20 minutes the platform still answers ${JSON.stringify(last)}.`);
}

function runCli(env: Record<string, string>, args: string[], changes: Record<string, string> = {}): Promise<string> {
  const child = spawn(process.execPath, [...nodeFlags, 'packages/platform/src/cli.ts', ...args], {
    cwd: root,
    env: { ...process.env, ...nodeEnv, ...env, ...changes },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) =>
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`${args[0]} ended with ${code}.`)))),
  );
}
