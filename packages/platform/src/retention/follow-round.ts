import { documents } from '@customerai/sdk';
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

const EVERY_MS = 500;

/** Begins a round, or joins the one under way, and looks at it until it is over; `onRound` hears each look. */
export async function followRound(
  client: Pick<OperatorClient, 'request'>,
  { dryRun, signal, onRound }: { dryRun: boolean; signal: AbortSignal; onRound(round: Round): void },
): Promise<Round> {
  const begun = await client.request<{ startRetention: Round }>(documents.startRetention.text, { dryRun });
  for (let round = begun.startRetention; ;) {
    onRound(round);
    if (round.status === 'COMPLETED' || round.status === 'FAILED' || signal.aborted) return round;
    await wait(EVERY_MS, undefined, { signal }).catch(() => {});
    const seen = await client.request<{ retentionRun: Round }>(documents.retentionRun.text, { id: round.id });
    round = seen.retentionRun;
  }
}
