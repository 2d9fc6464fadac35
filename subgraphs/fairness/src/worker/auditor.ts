import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { TableAudit, TableAuditResult } from './audit-table.ts';

export interface Auditor extends AsyncDisposable {
  /** Rejects when the thread ends early, e.g. out of memory. */
  audit(table: TableAudit): Promise<TableAuditResult>;
}

/** Heap of a thread in MB: a million rows of scores, none like another, need about half of it. */
const HEAP_MB = 1_024;

/** Audits tables in threads that end when they have been idle, so that a platform at rest pays nothing for them. Further audits wait their turn. */
export function createAuditor({ threads }: { threads: number }): Auditor {
  const pool = new Piscina({
    filename: fileURLToPath(new URL('./audit-table.ts', import.meta.url)),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 5_000,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    recordTiming: false,
  });
  return {
    audit: (table) => pool.run(table),
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}
