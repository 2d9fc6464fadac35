import type { ExportFormat } from '../domain/exports.ts';
import { filtered } from './report-sql.ts';

/** One row an interaction that was received in the range, with what became of it. Ids, labels, numbers and times: the warehouse has no words. Parameters as in `report-sql.ts`. */
const facts = `WITH ${filtered},
drafts AS (SELECT interactionId, min(generatedAt) AS draftedAt FROM responses WHERE tenant = $tenant AND status <> 'FAILED' GROUP BY interactionId),
opened AS (
  SELECT interactionId, reasons, openedAt FROM reviews WHERE tenant = $tenant
  QUALIFY row_number() OVER (PARTITION BY interactionId ORDER BY openedAt, reviewItemId) = 1
),
decided AS (
  SELECT interactionId, action, decidedBy, decidedAt FROM reviewDecisions WHERE tenant = $tenant
  QUALIFY row_number() OVER (PARTITION BY interactionId ORDER BY decidedAt DESC, eventId DESC) = 1
),
facts AS (
  SELECT r.interactionId AS interaction_id, r.customerId AS customer_id, r.channel, r.language, r.receivedAt AS received_at, r.label, r.score, r.model,
    r.emotions, r.aspects, d.draftedAt AS drafted_at, o.openedAt AS review_opened_at, o.reasons AS review_reasons, c.action AS decision, c.decidedBy AS decided_by, c.decidedAt AS decided_at
  FROM received r LEFT JOIN drafts d USING (interactionId) LEFT JOIN opened o USING (interactionId) LEFT JOIN decided c USING (interactionId)
)`;

/** Text that a spreadsheet would take for a formula is marked as text (OWASP, CSV injection): ids and languages are as senders chose them. */
const text = (column: string) => `CASE WHEN regexp_matches(${column}, '^[=+\\-@\\t\\r\\n]') THEN '''' || ${column} ELSE ${column} END AS ${column}`;
const instant = (column: string) => `strftime(${column} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%gZ') AS ${column}`;
const list = (column: string, item = 'x') => `array_to_string(list_transform(${column}, x -> ${item}), ';') AS ${column}`;

const csv = `SELECT ${[
  text('interaction_id'),
  text('customer_id'),
  'channel',
  text('language'),
  instant('received_at'),
  'label',
  'score',
  text('model'),
  list('emotions'),
  list('aspects', `x.category || ':' || x.label`),
  instant('drafted_at'),
  instant('review_opened_at'),
  list('review_reasons'),
  'decision',
  text('decided_by'),
  instant('decided_at'),
].join(', ')} FROM (SELECT * FROM facts ORDER BY received_at, interaction_id)`;

const queries: Record<ExportFormat, { query: string; options: string }> = {
  CSV: { query: csv, options: 'FORMAT csv, HEADER' },
  PARQUET: { query: 'SELECT * FROM facts ORDER BY received_at, interaction_id', options: 'FORMAT parquet, COMPRESSION zstd' },
};

/** Writes a report to a file of ours. */
export function exportSql(format: ExportFormat, file: string): string {
  const { query, options } = queries[format];
  return `COPY (${facts} ${query}) TO '${file.replaceAll("'", "''")}' (${options})`;
}
