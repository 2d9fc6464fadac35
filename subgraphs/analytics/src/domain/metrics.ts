import type { Metric } from './reports.ts';

/** What a metric's values can be, in the units of the API. */
export const METRIC_BOUNDS: Readonly<Record<Metric, readonly [low: number, high: number]>> = {
  INTERACTIONS: [0, Number.POSITIVE_INFINITY],
  AVERAGE_SCORE: [-1, 1],
  NEGATIVE_SHARE: [0, 1],
  RESPONSE_TIME: [0, Number.POSITIVE_INFINITY],
  REVIEW_TIME: [0, Number.POSITIVE_INFINITY],
  APPROVAL_RATE: [0, 1],
  OPEN_REVIEWS: [0, Number.POSITIVE_INFINITY],
};

/** Warehouse units in one unit of the API: times are milliseconds there and seconds here. */
export const unitOf = (metric: Metric): number => (metric === 'RESPONSE_TIME' || metric === 'REVIEW_TIME' ? 1_000 : 1);
