import { conflict, type KnownViewer } from '@customerai/service';
import type { Deps } from '../context.ts';
import { newRun, type RetentionPolicy, type RetentionRun } from '../domain/retention.ts';

type BeginDeps = Pick<Deps, 'runs' | 'audit' | 'clock' | 'newId'>;

/** Begins a round by hand, and answers before anything is done. While one of the kind is under way, that one is answered. Throws CONFLICT when nothing is kept for a time only. */
export async function startRetention(deps: Deps, { tenant, id: requestedBy }: KnownViewer, { dryRun }: { dryRun: boolean }): Promise<RetentionRun> {
  const policy = await deps.policies.find(tenant);
  if (policy.rules.length === 0) throw conflict('Everything is kept until somebody removes it. Say with "setRetention" what is kept for how long.');
  const run = await beginRun(deps, policy, { dryRun, requestedBy });
  deps.retention.wake();
  return run;
}

/** A round that removes is in the audit log before it begins; counting changes nothing. */
export async function beginRun(
  deps: BeginDeps,
  policy: RetentionPolicy,
  { dryRun, requestedBy }: Pick<RetentionRun, 'dryRun' | 'requestedBy'>,
): Promise<RetentionRun> {
  const { runs, audit, newId, clock } = deps;
  const { tenant, version } = policy;
  for (;;) {
    const present = await runs.findOpen(tenant, dryRun);
    if (present) return present;
    const run = newRun(policy, { id: newId(), dryRun, requestedBy }, clock());
    const act = { actor: requestedBy, action: 'retention.started', target: `retentionRun:${run.id}`, purpose: `version ${version}` };
    if (!dryRun) await audit.append(tenant, act);
    if (await runs.insert(run)) return run;
  }
}
