import type { Interval, Metric } from '../domain/reports.ts';
import { bucketStarts, filtered, filterOn } from './report-sql.ts';

/** Facts about an interaction, filtered like it. */
export const about = (table: string, columns: string, where: string) => `
  SELECT ${columns} FROM ${table} r LEFT JOIN interactions i ON i.tenant = r.tenant AND i.interactionId = r.interactionId
  WHERE r.tenant = $tenant AND ${where} AND ${filterOn('r.channel', 'r.customerId', 'i.language')}`;

export const DECISION = `r.action IN ('APPROVE', 'EDIT', 'REJECT')`;
const inRange = (column: string) => `${column} >= $from AND ${column} < $to`;
const received = (value: string) => `${filtered}, facts AS (SELECT receivedAt AS moment, ${value} AS value FROM received)`;

/** The facts `(moment, value)` of each metric, and how a bucket's facts become its value. */
export const SOURCES: Record<Exclude<Metric, 'OPEN_REVIEWS'>, { facts: string; value: string }> = {
  INTERACTIONS: { facts: received('1'), value: 'count(value)' },
  AVERAGE_SCORE: { facts: received('score'), value: 'avg(value)' },
  NEGATIVE_SHARE: { facts: received(`(label = 'NEGATIVE')::INTEGER`), value: 'avg(value)' },
  RESPONSE_TIME: {
    facts: `answers AS (${about('responses', 'any_value(i.eventTime) AS asked, min(r.eventTime) AS answered, min(r.generatedAt) AS moment', `r.status <> 'FAILED'`)}
  GROUP BY r.interactionId HAVING ${inRange('min(r.generatedAt)')}),
facts AS (SELECT moment, greatest(0, date_diff('millisecond', asked, answered)) AS value FROM answers WHERE asked IS NOT NULL)`,
    value: 'quantile_cont(value, 0.5)',
  },
  REVIEW_TIME: {
    facts: `facts AS (SELECT d.moment, date_diff('millisecond', o.openedAt, d.moment) AS value FROM (${about('reviewDecisions', 'r.reviewItemId, r.decidedAt AS moment', `${DECISION} AND ${inRange('r.decidedAt')}`)}) d
  JOIN reviews o ON o.tenant = $tenant AND o.reviewItemId = d.reviewItemId)`,
    value: 'quantile_cont(value, 0.5)',
  },
  APPROVAL_RATE: {
    facts: `facts AS (${about('reviewDecisions', `r.decidedAt AS moment, (r.action <> 'REJECT')::INTEGER AS value`, `${DECISION} AND ${inRange('r.decidedAt')}`)})`,
    value: 'avg(value)',
  },
};

/** Where in the week a bucket lies. */
const PHASES: Record<Interval, string> = {
  MINUTE: '0',
  HOUR: 'isodow(start AT TIME ZONE $timezone) * 24 + hour(start AT TIME ZONE $timezone) - 24',
  DAY: 'isodow(start AT TIME ZONE $timezone) - 1',
  WEEK: '0',
  MONTH: '0',
};

/** A metric in buckets without gaps, oldest first; parameters as in `report-sql.ts`. */
export function seriesSql(metric: Metric, interval: Interval): string {
  const buckets = `buckets AS (SELECT start FROM (${bucketStarts(interval)}) WHERE start < $to)`;
  const shown = `start, (${PHASES[interval]})::DOUBLE AS phase`;
  if (metric === 'OPEN_REVIEWS') return openReviewsSql(buckets, shown);
  const { facts, value } = SOURCES[metric];
  const empty = metric === 'INTERACTIONS' ? 'coalesce(value, 0)' : 'value';
  return `WITH ${facts}, ${buckets},
counted AS (SELECT start, count(value) AS count, (${value})::DOUBLE AS value FROM facts ASOF JOIN buckets ON facts.moment >= buckets.start GROUP BY start)
SELECT ${shown}, (${empty})::DOUBLE AS value, coalesce(count, 0)::DOUBLE AS count FROM buckets LEFT JOIN counted USING (start) ORDER BY start`;
}

/** How many reviews wait at the end of each bucket: those opened so far without those decided so far. */
const openReviewsSql = (buckets: string, shown: string) => `WITH ${buckets},
changes AS (
  ${about('reviews', 'r.openedAt AS moment, 1 AS change', 'r.openedAt < $to')}
  UNION ALL ${about('reviewDecisions', 'r.decidedAt AS moment, -1 AS change', `${DECISION} AND r.decidedAt < $to`)}
),
moved AS (SELECT start, sum(change) AS change FROM changes ASOF JOIN buckets ON changes.moment >= buckets.start GROUP BY start),
earlier AS (SELECT coalesce(sum(change), 0) AS change FROM changes WHERE moment < (SELECT min(start) FROM buckets)),
waiting AS (SELECT start, ((SELECT change FROM earlier) + sum(coalesce(change, 0)) OVER (ORDER BY start))::DOUBLE AS value FROM buckets LEFT JOIN moved USING (start))
SELECT ${shown}, value, value AS count FROM waiting ORDER BY start`;
