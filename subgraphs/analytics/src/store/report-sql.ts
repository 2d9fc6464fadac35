import type { Interval, Dimension } from '../domain/reports.ts';

// Parameters everywhere: $tenant, and where used $from, $to, $channels, $languages (lists; empty means all), $customerId (null means all),
// $timezone, $now, $top. Nothing that a caller gives is ever part of a statement's text.

export const filterOn = (channel: string, customer: string, language: string) =>
  `(len($channels) = 0 OR list_contains($channels, ${channel})) AND ($customerId IS NULL OR ${customer} = $customerId) ` +
  `AND (len($languages) = 0 OR list_contains($languages, ${language}))`;

/** Interactions received in the range, each with its sentiment where it has been analysed. */
const received = `received AS (
  SELECT i.interactionId, i.customerId, i.channel, i.language, i.receivedAt, a.label, a.score, a.model, a.emotions, a.aspects
  FROM interactions i LEFT JOIN analyses a ON a.tenant = i.tenant AND a.interactionId = i.interactionId
  WHERE i.tenant = $tenant AND i.receivedAt >= $from AND i.receivedAt < $to`;

export const filtered = `${received} AND ${filterOn('i.channel', 'i.customerId', 'i.language')})`;

const scores = `avg(score) AS averageScore, (count(*) FILTER (label = 'NEGATIVE')) / nullif(count(label), 0) AS negativeShare`;

/** Escalated items wait for someone too. */
const WAITING = `('OPEN', 'CLAIMED', 'ESCALATED')`;

export const kpisSql = (lastEventTime: string): string => `WITH ${received}),
drafts AS (
  SELECT responseId FROM responses WHERE tenant = $tenant AND generatedAt >= $from AND generatedAt < $to AND status <> 'FAILED'
),
answered AS (
  SELECT greatest(0, date_diff('millisecond', any_value(i.eventTime), min(r.eventTime))) AS took
  FROM responses r JOIN interactions i ON i.tenant = r.tenant AND i.interactionId = r.interactionId
  WHERE r.tenant = $tenant AND r.status <> 'FAILED'
  GROUP BY r.interactionId HAVING min(r.generatedAt) >= $from AND min(r.generatedAt) < $to
),
decided AS (
  SELECT action FROM reviewDecisions
  WHERE tenant = $tenant AND decidedAt >= $from AND decidedAt < $to AND action IN ('APPROVE', 'EDIT', 'REJECT')
),
items AS (
  SELECT status, dueAt FROM reviewChanges WHERE tenant = $tenant
  QUALIFY row_number() OVER (PARTITION BY reviewItemId ORDER BY changedAt DESC, eventTime DESC, eventId DESC) = 1
)
SELECT count(*)::DOUBLE AS interactions, count(DISTINCT customerId)::DOUBLE AS uniqueCustomers, ${scores},
  (SELECT avg((responseId NOT IN (SELECT responseId FROM reviews WHERE tenant = $tenant))::INTEGER) FROM drafts) AS automationRate,
  (SELECT avg((action <> 'REJECT')::INTEGER) FROM decided) AS approvalRate,
  (SELECT quantile_cont(took, 0.5) FROM answered)::DOUBLE AS medianResponseTime,
  (SELECT quantile_cont(took, 0.95) FROM answered)::DOUBLE AS p95ResponseTime,
  (SELECT count(*) FROM items WHERE status IN ${WAITING})::DOUBLE AS openReviews,
  (SELECT count(*) FROM items WHERE status IN ${WAITING} AND dueAt < $now)::DOUBLE AS overdueReviews,
  (${lastEventTime}) AS asOf
FROM received`;

/**
 * Minutes and hours are cut on the clock of the zone but counted in real time, so that the hour that happens twice in autumn stays two buckets;
 * days, weeks (from Monday) and months are cut in local time, so that a day may have 23 or 25 hours.
 */
export function bucketStarts(interval: Interval): string {
  const local = '($from AT TIME ZONE $timezone)';
  const cut = `date_trunc('${interval.toLowerCase()}', ${local})`;
  if (interval === 'MINUTE' || interval === 'HOUR') {
    return `SELECT unnest(generate_series($from - (${local} - ${cut}), $to, INTERVAL 1 ${interval})) AS start`;
  }
  return `SELECT unnest(generate_series(${cut}, $to AT TIME ZONE $timezone, INTERVAL 1 ${interval})) AT TIME ZONE $timezone AS start`;
}

const trendSql = (interval: Interval) => `WITH ${filtered},
buckets AS (SELECT start FROM (${bucketStarts(interval)}) WHERE start < $to),
counted AS (
  SELECT start, count(*) AS count, avg(score) AS averageScore, count(*) FILTER (label = 'NEGATIVE') AS negative,
    count(*) FILTER (label = 'NEUTRAL') AS neutral, count(*) FILTER (label = 'POSITIVE') AS positive
  FROM received ASOF JOIN buckets ON received.receivedAt >= buckets.start GROUP BY start
)
SELECT start, coalesce(count, 0)::DOUBLE AS count, averageScore, coalesce(negative, 0)::DOUBLE AS negative,
  coalesce(neutral, 0)::DOUBLE AS neutral, coalesce(positive, 0)::DOUBLE AS positive
FROM buckets LEFT JOIN counted USING (start) ORDER BY start`;

export const trendSqlBy: Record<Interval, string> = {
  MINUTE: trendSql('MINUTE'),
  HOUR: trendSql('HOUR'),
  DAY: trendSql('DAY'),
  WEEK: trendSql('WEEK'),
  MONTH: trendSql('MONTH'),
};

const rank = (source: string) => `WITH ${source}
SELECT key, count(*)::DOUBLE AS count, ${scores} FROM keyed WHERE key IS NOT NULL GROUP BY key ORDER BY count DESC, key LIMIT $top`;

const byInteraction = (column: string) => rank(`${filtered}, keyed AS (SELECT ${column} AS key, label, score FROM received)`);

/** Interactions count once for each emotion and aspect; an aspect with its own polarity, not that of the whole message. */
const byEmotion = rank(`${filtered}, keyed AS (SELECT unnest(emotions) AS key, label, score FROM received)`);
const byAspect = rank(
  `${filtered}, spoken AS (SELECT unnest(aspects) AS aspect FROM received),
keyed AS (SELECT aspect.category AS key, aspect.label AS label, aspect.score AS score FROM spoken)`,
);

/** Reviews and decisions with the sentiment of the interaction that they are about; `when` is the time that the range is about. */
const byReview = (table: string, key: string, when: string) =>
  rank(`keyed AS (
  SELECT ${key} AS key, a.label, a.score
  FROM ${table} r
  LEFT JOIN interactions i ON i.tenant = r.tenant AND i.interactionId = r.interactionId
  LEFT JOIN analyses a ON a.tenant = r.tenant AND a.interactionId = r.interactionId
  WHERE r.tenant = $tenant AND r.${when} >= $from AND r.${when} < $to AND ${filterOn('r.channel', 'r.customerId', 'i.language')}
)`);

export const breakdownSqlBy: Record<Dimension, string> = {
  CHANNEL: byInteraction('channel'),
  LABEL: byInteraction('label'),
  LANGUAGE: byInteraction('language'),
  CUSTOMER: byInteraction('customerId'),
  MODEL_VERSION: byInteraction('model'),
  EMOTION: byEmotion,
  ASPECT: byAspect,
  REVIEWER: byReview('reviewDecisions', 'r.decidedBy', 'decidedAt'),
  REVIEW_REASON: byReview('reviews', 'unnest(r.reasons)', 'openedAt'),
};
