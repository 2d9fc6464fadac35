import { documents } from '@customerai/sdk';
import { openOperatorClient, type OperatorClient } from '../client.ts';
import { parseConfig } from '../config.ts';
import { followRound, type Round } from '../retention/follow-round.ts';

export type RetentionAction = { do: 'show' | 'count' | 'remove' } | { do: 'set'; data: string; keepFor: string } | { do: 'unset'; data: string };

const SHOWN = 5;

/** Shows or changes how long data is kept, counts what would go, or removes it now. Resolves with the exit code: 1 when a round failed, 130 when watching one was stopped. */
export async function retention(action: RetentionAction): Promise<number> {
  await using client = await openOperatorClient(parseConfig(process.env).dataDir);
  if (action.do === 'count' || action.do === 'remove') return round(client, action.do === 'count');
  if (action.do === 'set') {
    const { data, keepFor } = action;
    await client.request(documents.setRetention.text, { input: { data, keepFor } });
    print('Set. What is too old goes in a day from now and then daily; "npm run retention -- count" says how much that is.');
  }
  if (action.do === 'unset') await client.request(documents.removeRetention.text, { data: action.data });
  await show(client);
  return 0;
}

async function show(client: OperatorClient): Promise<void> {
  const { retention: rules } = await client.request<{ retention: { data: string; keepFor: string; version: number; setAt: string }[] }>(
    documents.retention.text,
  );
  const { retentionRuns } = await client.request<{ retentionRuns: { edges: { node: Round }[] } }>(documents.retentionRuns.text, { first: SHOWN });
  if (rules.length === 0) print('Everything is kept until somebody removes it. For example: npm run retention -- set interactions P1Y');
  for (const { data, keepFor, version, setAt } of rules) print(`${data.padEnd(14)} kept for ${keepFor}, set ${day(setAt)} (version ${version})`);
  for (const { node } of retentionRuns.edges) print(`${day(node.startedAt)} ${inWords(node)}`);
}

async function round(client: OperatorClient, dryRun: boolean): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  let said = '';
  const last = await followRound(client, {
    dryRun,
    signal: stop.signal,
    onRound: (now) => {
      const words = inWords(now);
      if (words !== said) print((said = words));
    },
  });
  for (const { data, before } of last.cutoffs) print(`${data}: from before ${before}`);
  for (const { service, error } of last.steps) if (error) print(`${service}: ${error}`);
  if (stop.signal.aborted) print('The round goes on in the platform; "npm run retention" shows how far it is.');
  return stop.signal.aborted ? 130 : last.status === 'FAILED' ? 1 : 0;
}

function inWords({ dryRun, status, records, steps }: Round): string {
  const by = steps.filter((step) => step.records > 0).map((step) => `${step.service} ${step.records}`);
  return `${status.toLowerCase()}: ${records} records ${dryRun ? 'would go' : 'removed'}${by.length > 0 ? ` (${by.join(', ')})` : ''}`;
}

const day = (time: string) => time.slice(0, 16).replace('T', ' ');

function print(line: string): void {
  process.stdout.write(`${line}
`);
}
