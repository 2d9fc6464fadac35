import { badInput, notImplemented } from '@customerai/service';
import type { FairnessAuditInput } from '../generated/resolvers.ts';
import type { TableAudit } from '../worker/audit-table.ts';

const MAX_BYTES = 50 * 1024 * 1024;
const MAX_NAME = 200;
const MAX_SENSITIVE = 6;
const MAX_REPLICATES = 10_000;

/** What is asked, checked as far as it can be without reading the table. Throws BAD_USER_INPUT, and NOT_IMPLEMENTED for the platform's own sources. */
export function parseAuditInput(input: FairnessAuditInput): TableAudit & { name: string } {
  const { csv, prediction, sensitive } = input;
  const name = input.name.trim();
  if (name === '' || name.length > MAX_NAME) throw badInput('input.name', `Give the audit a name of 1 to ${MAX_NAME} characters.`);
  if (csv != null && input.source != null) throw badInput('input.source', 'Give either `csv` or `source`, not both.');
  if (input.source != null) throw notImplemented("An audit of the platform's own decisions");
  if (csv == null || csv.trim() === '')
    throw badInput('input.csv', 'Give the table as CSV in `csv`: a header line that names the columns, then a line for each row.');
  if (Buffer.byteLength(csv) > MAX_BYTES)
    throw badInput('input.csv', 'The table is larger than 50 MB. Keep only the columns to audit, or audit a random sample.');
  if (!prediction) throw badInput('input.prediction', 'Name the column of the decision or prediction in `prediction`.');
  if (!sensitive || sensitive.length === 0) throw badInput('input.sensitive', 'Name at least one sensitive column in `sensitive`, such as "sex".');
  if (sensitive.length > MAX_SENSITIVE)
    throw badInput('input.sensitive', `At most ${MAX_SENSITIVE} sensitive columns are compared at a time, not ${sensitive.length}.`);
  const columns = [prediction, ...(input.label == null ? [] : [input.label]), ...sensitive];
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined)
    throw badInput(
      sensitive.includes(twice) ? 'input.sensitive' : 'input.label',
      `The column "${twice}" is named twice; prediction, label and each sensitive column are different columns.`,
    );
  const threshold = input.threshold ?? 0.5;
  if (!(threshold >= 0 && threshold <= 1)) throw badInput('input.threshold', `\`threshold\` must be between 0 and 1, not ${threshold}.`);
  const replicates = input.bootstrap ?? 1_000;
  if (replicates < 0 || replicates > MAX_REPLICATES)
    throw badInput('input.bootstrap', `\`bootstrap\` must be between 0 (no intervals) and ${MAX_REPLICATES}, not ${replicates}.`);
  return {
    name,
    csv,
    prediction,
    label: input.label ?? undefined,
    sensitive,
    favorable: input.favorable ?? undefined,
    threshold,
    intersectional: input.intersectional ?? false,
    replicates,
    seed: input.seed ?? 7,
  };
}
