import { customerDataOf, type RetainedData, reviewHeld, firstIdAt } from '@customerai/service';
import type { Deps } from '../context.ts';
import { outcomeOf, type RequestStep } from '../domain/request.ts';
import { DAY_MS, type RetentionRun } from '../domain/retention.ts';
import { beginRun } from './start-retention.ts';
import { askUntil, leaseFrom, reasonOf, startWorker, type Worker } from './worker.ts';

type RunnerDeps = Pick<Deps, 'policies' | 'runs' | 'audit' | 'rpc' | 'clock' | 'newId' | 'log'>;

/** Of one service, before others' work gets its turn. */
const BATCH = 500;
const ACTOR = 'service:privacy';

/**
 * Has every service remove what is too old: each tenant's policy once a day, and when somebody asks. Batch by batch, so that nobody waits long and a process that takes over goes on where
 * another has stopped. What comes late, while a round is under way, goes with the next.
 */
export function startRetentionRunner(deps: RunnerDeps): Worker {
  const { policies, runs, audit, rpc, clock, log } = deps;
  const lease = () => leaseFrom(clock());

  async function schedule(): Promise<void> {
    for (;;) {
      const until = lease();
      const policy = await policies.takeDue(clock(), until);
      if (!policy) return;
      await beginRun(deps, policy, { dryRun: false, requestedBy: ACTOR });
      await policies.schedule(policy.tenant, until, new Date(clock().getTime() + DAY_MS));
    }
  }

  /** One service after the other: what hangs on something goes before it. */
  async function work(run: RetentionRun, signal: AbortSignal): Promise<void> {
    const steps: RequestStep[] = [];
    for (const step of run.steps) {
      const left = step.status !== 'COMPLETED' && !steps.some(({ status }) => status === 'FAILED');
      steps.push(left ? await takeStep(run, step, signal) : step);
      if (signal.aborted) return runs.defer(run.tenant, run.id, 'RUNNING', clock()); // another process goes on at once
    }
    await conclude({ ...run, steps });
  }

  async function takeStep({ tenant, id, dryRun, cutoffs }: RetentionRun, step: RequestStep, signal: AbortSignal): Promise<RequestStep> {
    const { service } = step;
    const { expire } = customerDataOf(service);
    const before = Object.fromEntries(cutoffs.map((one) => [one.data, firstIdAt(one.before.getTime())])) as Partial<Record<RetainedData, string>>;
    try {
      for (let more = true; more;) {
        const { interactionIds: held } = await askUntil(rpc, signal, reviewHeld, { tenant });
        const answer = await askUntil(rpc, signal, expire, { tenant, before, held, first: BATCH, dryRun });
        more = answer.more;
        await runs.saveBatch(tenant, id, { service, records: answer.records, ...(more ? {} : { endedAt: clock() }) }, lease());
      }
      return { ...step, status: 'COMPLETED' };
    } catch (error) {
      log.warn({ err: error, runId: id, from: service }, 'a service could not remove what is too old');
      await runs.saveFailure(tenant, id, { service, error: reasonOf(error), at: clock() }, lease());
      return { ...step, status: 'FAILED' };
    }
  }

  async function conclude(run: RetentionRun): Promise<void> {
    const { tenant, id, dryRun } = run;
    const said = async (action: string) => {
      if (!dryRun) await audit.append(tenant, { actor: ACTOR, action, target: `retentionRun:${id}` }, `${id}/${action}`);
    };
    const outcome = outcomeOf(run, clock());
    if (outcome.done) {
      await said('retention.completed');
      return runs.finish(tenant, id, clock());
    }
    if (outcome.status === 'FAILED') await said('retention.failed');
    await runs.defer(tenant, id, outcome.status, outcome.nextAt);
  }

  return startWorker({
    lanes: 1,
    prepare: schedule,
    take: () => runs.take(clock(), lease()),
    work,
    onError: (error) => log.error({ err: error }, 'removing what is too old failed; the next round tries again'),
  });
}
