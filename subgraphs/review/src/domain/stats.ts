import type { ReviewAction } from './review-item.ts';

/** One final decision; an escalation is none. */
export interface DecisionFact {
  by: string;
  action: Exclude<ReviewAction, 'ESCALATE'>;
  /** From adding the item to the decision, in ms. */
  tookMs: number;
}

export interface QueueCounts {
  open: number;
  snoozed: number;
  claimed: number;
  overdue: number;
}

/** Times in ms; undefined without decisions. */
export interface ReviewerStats {
  userId: string;
  decided: number;
  approvalRate?: number;
  medianMs?: number;
}

export interface Stats extends QueueCounts {
  decided: number;
  approvalRate?: number;
  medianMs?: number;
  p90Ms?: number;
  byReviewer: ReviewerStats[];
}

export function summarize(counts: QueueCounts, decisions: readonly DecisionFact[]): Stats {
  const byReviewer = [...Map.groupBy(decisions, ({ by }) => by)]
    .map(([userId, own]) => ({ userId, decided: own.length, approvalRate: approvalRate(own), medianMs: median(timesOf(own)) }))
    .toSorted((a, b) => b.decided - a.decided || (a.userId < b.userId ? -1 : 1));
  const times = timesOf(decisions);
  return {
    ...counts,
    decided: decisions.length,
    approvalRate: approvalRate(decisions),
    medianMs: median(times),
    p90Ms: times[Math.ceil(times.length * 0.9) - 1],
    byReviewer,
  };
}

const timesOf = (decisions: readonly DecisionFact[]) => decisions.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);

/** Edited answers went out too: what counts is that the customer got one. */
function approvalRate(decisions: readonly DecisionFact[]): number | undefined {
  if (decisions.length === 0) return undefined;
  return decisions.filter(({ action }) => action !== 'REJECT').length / decisions.length;
}

function median(sorted: readonly number[]): number | undefined {
  if (sorted.length === 0) return undefined;
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
}
