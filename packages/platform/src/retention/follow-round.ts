import { setTimeout as wait } from 'node:timers/promises';
import type { OperatorClient } from '../client.ts';

export interface Round {
  id: string;
  dryRun: boolean;
  status: 'PENDING' | 'RUNNING' | 'COMPLETED' | 'FAILED';
  records: number;
  startedAt: string;
  cutoffs: { data: string; before: string }[];
  steps: { service: string; status: string; records: number; error?: string | null }[];
}

export const ROUND = 'id dryRun status records startedAt cutoffs { data before } steps { service status records error }';

const EVERY_MS = 500;

/** Begins a round, or joins the one under way, and looks at it until it is over; `onRound` hears each look. */
export async function followRound(
  client: Pick<OperatorClient, 'request'>,
  { dryRun, signal, onRound }: { dryRun: boolean; signal: AbortSignal; onRound(round: Round): void },
): Promise<Round> {
  const begun = await client.request<{ startRetention: Round }>(
    `mutation($dryRun: Boolean! = true) { startRetention(dryRun: $dryRun) { ${ROUND} } }`,
    { dryRun },
  );
  for (let round = begun.startRetention; ;) {
    onRound(round);
    if (round.status === 'COMPLETED' || round.status === 'FAILED' || signal.aborted) return round;
    await wait(EVERY_MS, undefined, { signal }).catch(() => {});
    const seen = await client.request<{ retentionRun: Round }>(`query($id: ID!) { retentionRun(id: $id) { ${ROUND} } }`, { id: round.id });
    round = seen.retentionRun;
  }
}
