import { fairnessAuditChanged } from '@customerai/events';
import { badInput } from '@customerai/service';
import type { Deps } from '../context.ts';
import type { Audit } from '../domain/audit.ts';
import type { TableAudit } from '../worker/audit-table.ts';

/** Audits a table and keeps what was found. Throws BAD_USER_INPUT for a table that cannot be audited; nothing is kept then. */
export async function runAudit(deps: Deps, tenant: string, { name, ...table }: TableAudit & { name: string }): Promise<Audit> {
  const result = await deps.auditor.audit(table);
  if ('problem' in result) throw badInput(result.problem.argument, result.problem.message);
  const audit: Audit = { id: deps.newId(), tenant, name, status: 'COMPLETED', createdAt: deps.clock(), error: null, ...result.findings };
  const event = fairnessAuditChanged.create({
    id: deps.newId(),
    source: 'fairness',
    tenant,
    partitionkey: audit.id,
    subject: audit.id,
    time: audit.createdAt,
    data: {
      auditId: audit.id,
      status: audit.status,
      ...(audit.verdict ? { verdict: audit.verdict } : {}),
      rows: audit.rows,
      at: audit.createdAt.toISOString(),
    },
  });
  await deps.audits.insert(audit, [event]);
  return audit;
}
