import { readFileSync } from 'node:fs';
import { type SplitProcess, startSplit } from '../packages/platform/tests/split/split-fixture.ts';
import { startLoad } from '../packages/platform/tests/split/steady-load.ts';
import { percentile, printTable } from './figures.ts';

const SETTLE_MS = 5_000;
const RATE = 50;

/** One process a service: time until it serves, memory of all processes at rest, and the restart of each of them under load. */
export async function run(): Promise<void> {
  const ready: number[] = [];
  const stopped: number[] = [];
  const rows: [string, string, string | number][] = [];
  for (let round = 0; round < 4; round++) {
    const begin = performance.now();
    await using split = await startSplit();
    ready.push((performance.now() - begin) / 1000);
    if (round === 3) {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      const pids = (await split.status()).map(({ pid }) => pid!);
      rows.push(
        [`memory at rest, ${pids.length} processes, what they share counted once (MB)`, 'at most 1,300', total(pids, 'Pss')],
        ['the same, what they share counted in each (MB)', '', total(pids, 'Rss')],
      );
      rows.push(...(await restartUnderLoad(split)));
    }
    const end = performance.now();
    split.signal('SIGINT');
    await split.ended;
    stopped.push((performance.now() - end) / 1000);
  }
  printTable(
    ['one process a service', 'floor', 'measured'],
    [
      ['ready, new data directory, first (s)', '', ready[0]!],
      ['ready, new data directory, median of 4 (s)', 'at most 20', percentile(ready, 0.5)],
      ['ready, worst of 4 (s)', 'at most 20', Math.max(...ready)],
      ...rows,
      ['drained after Ctrl-C, worst of 4 (s)', '', Math.max(...stopped)],
    ],
  );
}

async function restartUnderLoad({ client, command }: SplitProcess): Promise<[string, string, string | number][]> {
  const input = (index: number) => ({
    externalId: `bench-${index}`,
    customerId: `c-${index % 50}`,
    customerName: 'Bench',
    channel: 'EMAIL',
    text: `Order ${index} is late again, this is awful and I am very angry.`,
  });
  const load = startLoad(
    client,
    [
      [`mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }`, (index) => ({ input: input(index) })],
      [`{ interactions(first: 5) { edges { node { id sentiment { label } responses { id } } } } }`, () => ({})],
      [`{ kpis(range: { from: "1990-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" }) { interactions } }`, () => ({})],
      [`{ reviewQueue(first: 3) { edges { node { id response { text } interaction { redactedText customer { name } } } } } }`, () => ({})],
      [`{ users(first: 1) { totalCount } }`, () => ({})],
      [`{ models { name } }`, () => ({})],
    ],
    { rate: RATE },
  );
  const begin = performance.now();
  const { code, output } = await command('restart');
  const seconds = (performance.now() - begin) / 1000;
  const { sent, failures, slowestMs } = await load.stop();
  if (code !== 0) throw new Error(output);
  for (const failure of failures.slice(0, 5)) process.stdout.write(`failed: ${failure}\n`);
  return [
    [`every service and the gateway restarted at ${RATE} requests a second (s)`, '', seconds],
    ['requests sent meanwhile', '', sent],
    ['requests failed', '0', failures.length],
    ['slowest answer (ms)', '', slowestMs],
  ];
}

/** Memory of processes in MB, as Linux counts it: `Rss`, or `Pss`, which divides a shared page among those that share it. */
function total(pids: readonly number[], kind: 'Pss' | 'Rss'): number {
  const kilobytes = pids.map((pid) => Number(new RegExp(`^${kind}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]));
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}
