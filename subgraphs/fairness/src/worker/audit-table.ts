import type { Findings } from '../domain/audit.ts';
import { find } from '../domain/find.ts';
import { countGroups } from '../table/count-groups.ts';
import { readLabel, readPrediction } from '../table/outcomes.ts';
import { readCsv } from '../table/read-csv.ts';
import { TableProblem } from '../table/table-problem.ts';

export interface TableAudit {
  csv: string;
  prediction: string;
  label: string | undefined;
  sensitive: readonly string[];
  favorable: string | undefined;
  /** 0 to 1. */
  threshold: number;
  intersectional: boolean;
  /** Bootstrap replicates; 0 for none. */
  replicates: number;
  seed: number;
}

/** Either what was found or what the caller has to mend; plain data, because an error loses its class on the way between threads. */
export type TableAuditResult = { findings: Findings } | { problem: { argument: string; message: string } };

/** The whole audit of one table, in a worker thread: it reads for seconds what may have a million rows. */
export default function auditTable({
  csv,
  prediction,
  label,
  sensitive,
  favorable,
  threshold,
  intersectional,
  replicates,
  seed,
}: TableAudit): TableAuditResult {
  try {
    const table = readCsv(csv, { prediction, label, sensitive });
    const outcomes = {
      prediction: readPrediction(table.prediction, { favorable, threshold }),
      ...(table.label ? { label: readLabel(table.label, favorable) } : {}),
    };
    return { findings: find(countGroups(table, outcomes, intersectional), { replicates, seed }) };
  } catch (error) {
    if (error instanceof TableProblem) return { problem: { argument: error.argument, message: error.message } };
    throw error;
  }
}
