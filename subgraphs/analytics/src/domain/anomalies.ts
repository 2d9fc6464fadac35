import { METRIC_BOUNDS } from './metrics.ts';
import type { Metric } from './reports.ts';

/** One bucket of a series, oldest first. */
export interface SeriesPoint {
  start: Date;
  /** Null: nothing to compute from. */
  value: number | null;
  /** Facts behind the value. */
  count: number;
  /** Place in the week (HOUR: 0 to 167, DAY: 0 to 6), the same for buckets that should be alike; 0 where there is no such rhythm. */
  phase: number;
}

export interface Anomaly {
  at: Date;
  value: number;
  expected: number;
  low: number;
  high: number;
  /** Distance from the expected in robust standard deviations. */
  severity: number;
}

/** Modified z-score beyond which a point is an outlier (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993). */
const THRESHOLD = 3.5;
/** Standard deviation of a normal distribution with a median absolute deviation of 1. */
const MAD_TO_SIGMA = 1.4826;
/** Buckets of the same phase that say what is usual; with fewer, the latest of any phase do; with fewer of these too, nothing is said. */
const MIN_LIKE = 4;
const MIN_RECENT = 10;
/** At most so many of them, the latest: a week of hours. */
const RECENT = 168;

/**
 * The points from `from` on that the points before them do not explain: further than 3.5 robust standard deviations from the median of the same place in earlier weeks. The
 * spread is never taken smaller than chance alone makes it, so that small numbers raise no alarm. Pure; of a bucket that still runs at `now` a low count says nothing.
 */
export function findAnomalies(
  metric: Metric,
  series: readonly SeriesPoint[],
  { from, now, lastEnd }: { from: Date; now: Date; lastEnd: Date },
): Anomaly[] {
  const begin = series.findIndex(({ count }) => count > 0); // before its first fact a series has no past
  if (begin < 0) return [];
  const [lowest, highest] = METRIC_BOUNDS[metric];
  const found: Anomaly[] = [];
  const recent: number[] = [];
  const byPhase = new Map<number, number[]>();
  for (let index = begin; index < series.length; index++) {
    const { start, value, count, phase } = series[index]!;
    if (value === null) continue;
    const like = byPhase.get(phase) ?? [];
    const rhythm = like.length >= MIN_LIKE;
    const past = (rhythm ? like : recent).slice(-RECENT);
    byPhase.set(phase, like);
    like.push(value);
    recent.push(value);
    if (start < from || past.length < (rhythm ? MIN_LIKE : MIN_RECENT)) continue;
    // A rhythm that is not known yet: what was seen lately, at whatever hour, is nothing unusual.
    if (!rhythm && value >= Math.min(...past) && value <= Math.max(...past)) continue;
    const expected = median(past);
    const mad = median(past.map((one) => Math.abs(one - expected)));
    const spread = Math.max(MAD_TO_SIGMA * mad, chance(metric, expected, count));
    const severity = Math.abs(value - expected) / spread;
    const runs = (series[index + 1]?.start ?? lastEnd) > now;
    if (severity < THRESHOLD || (runs && metric === 'INTERACTIONS' && value < expected)) continue;
    const low = Math.max(lowest, expected - THRESHOLD * spread);
    const high = Math.min(highest, expected + THRESHOLD * spread);
    found.push({ at: start, value, expected, low, high, severity });
  }
  return found;
}

/** The standard deviation that chance alone gives a value of `count` facts. */
function chance(metric: Metric, expected: number, count: number): number {
  switch (metric) {
    case 'INTERACTIONS':
    case 'OPEN_REVIEWS':
      return Math.sqrt(Math.max(1, expected)); // Poisson
    case 'NEGATIVE_SHARE':
    case 'APPROVAL_RATE': {
      const share = Math.min(0.95, Math.max(0.05, expected)); // a share of 0 or 1 was seen, not proved
      return Math.sqrt((share * (1 - share)) / count);
    }
    case 'AVERAGE_SCORE':
      return 0.5 / Math.sqrt(count); // single scores on a scale from -1 to 1 lie about that far apart
    case 'RESPONSE_TIME':
    case 'REVIEW_TIME':
      return Math.max(1, expected * 0.25); // ms; times of a quarter more or less are the same time
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
}
