import type { Metric } from '../domain/reports.ts';
import { about, DECISION, SOURCES } from './series-sql.ts';

/** One metric over one span as a whole; parameters as in `report-sql.ts`, without $timezone, and without $from for OPEN_REVIEWS. */
export function valueSql(metric: Metric): string {
  if (metric === 'OPEN_REVIEWS') {
    return `SELECT coalesce(sum(change), 0)::DOUBLE AS value FROM (
  ${about('reviews', '1 AS change', 'r.openedAt < $to')}
  UNION ALL ${about('reviewDecisions', '-1 AS change', `${DECISION} AND r.decidedAt < $to`)}
)`;
  }
  const { facts, value } = SOURCES[metric];
  return `WITH ${facts} SELECT (${value})::DOUBLE AS value FROM facts`;
}
