import { badInput, conflict, type KnownViewer } from '@customerai/service';
import type { Deps } from '../context.ts';
import { checkData, checkRule, DAY_MS, isRetained, type RetentionPolicy, type RetentionRule } from '../domain/retention.ts';

type RetentionDeps = Pick<Deps, 'policies' | 'audit' | 'clock'>;

/** A slip can be taken back: nothing is removed by itself within a day of a change. */
const GRACE_MS = DAY_MS;
const TRIES = 5;

/** Sets how long a kind of data is kept. Throws BAD_USER_INPUT. */
export async function setRetention(
  deps: RetentionDeps,
  viewer: KnownViewer,
  { data, keepFor }: { data: string; keepFor: string },
): Promise<RetentionRule> {
  const setAt = deps.clock();
  const wrong = checkRule({ data, keepFor }, setAt);
  if (wrong || !isRetained(data)) throw badInput(`input.${wrong!.argument}`, wrong!.message);
  const { rules } = await change(deps, viewer, { action: 'retention.set', data, keepFor }, ({ rules: before }, version) => [
    ...before.filter((rule) => rule.data !== data),
    { data, keepFor, setBy: viewer.id, setAt, version },
  ]);
  return rules.find((rule) => rule.data === data)!;
}

/** From now on a kind of data is kept until somebody removes it. False when it was already. Throws BAD_USER_INPUT. */
export async function removeRetention(deps: RetentionDeps, viewer: KnownViewer, data: string): Promise<boolean> {
  const wrong = checkData(data);
  if (wrong) throw badInput(wrong.argument, wrong.message);
  if (!(await deps.policies.find(viewer.tenant)).rules.some((rule) => rule.data === data)) return false;
  await change(deps, viewer, { action: 'retention.removed', data }, ({ rules }) => rules.filter((rule) => rule.data !== data));
  return true;
}

/** Written down in the audit log before it is done, as everything. */
async function change(
  { policies, audit, clock }: RetentionDeps,
  { tenant, id: actor }: KnownViewer,
  { action, data, keepFor }: { action: string; data: string; keepFor?: string },
  apply: (policy: RetentionPolicy, version: number) => RetentionRule[],
): Promise<RetentionPolicy> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await policies.find(tenant);
    const version = before.version + 1;
    const after: RetentionPolicy = { tenant, version, rules: apply(before, version) };
    await audit.append(tenant, { actor, action, target: `retention:${data}`, purpose: [keepFor, `version ${version}`].filter(Boolean).join(', ') });
    if (await policies.save(after, new Date(clock().getTime() + GRACE_MS))) return after;
  }
  throw conflict('Others change what is kept at the same moment. Look at it, and try again.');
}
