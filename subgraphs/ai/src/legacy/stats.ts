import type { InferenceFigures } from './figures.ts';

/** Figures of one process since it started; times over its last 1,000 texts. */
export interface InferenceStats {
  requests: number;
  errors: number;
  p50Ms: number | null;
  p99Ms: number | null;
  meanBatchSize: number | null;
}

const KEPT = 1_000;
const NOBODY: Pick<InferenceFigures, 'answered' | 'failed'> = { answered: () => {}, failed: () => {} };

/** `figures` hears the same. */
export function createStats(figures: Pick<InferenceFigures, 'answered' | 'failed'> = NOBODY) {
  const times = new Float64Array(KEPT);
  let answered = 0;
  let errors = 0;

  const percentile = (sorted: Float64Array, share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;

  return {
    /** `milliseconds` from asking to answering, waiting included. */
    answered: (milliseconds: number): void => {
      times[answered++ % KEPT] = milliseconds;
      figures.answered(milliseconds);
    },
    failed: (): void => {
      errors += 1;
      figures.failed();
    },
    read: (runs: { count: number; texts: number }): InferenceStats => {
      const sorted = times.slice(0, Math.min(answered, KEPT)).toSorted();
      return {
        requests: answered + errors,
        errors,
        p50Ms: percentile(sorted, 0.5),
        p99Ms: percentile(sorted, 0.99),
        meanBatchSize: runs.count === 0 ? null : runs.texts / runs.count,
      };
    },
  };
}
