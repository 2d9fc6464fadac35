import { badInput, conflict } from '@customerai/service';
import type { Deps } from '../context.ts';
import { MOST_OPEN, newTraining, planTraining, stop, type TrainingJob } from '../domain/training.ts';
import { changeTraining } from './change-training.ts';
import { trainingChanged } from './training-event.ts';

/** Puts a run into the tenant's queue. Throws BAD_USER_INPUT with the argument, CONFLICT when too many wait. */
export async function startTraining(deps: Deps, tenant: string, input: Parameters<typeof planTraining>[0]): Promise<TrainingJob> {
  const plan = planTraining(input, deps.model.name);
  if ('argument' in plan) throw badInput(plan.argument, plan.message);
  if ((await deps.training.countOpen(tenant)) >= MOST_OPEN)
    throw conflict(`${MOST_OPEN} training runs wait or run already. Cancel one, or wait until one has ended.`);
  const job = newTraining(plan, { id: deps.newId(), tenant, now: deps.clock() });
  await deps.training.insert(job, [trainingChanged(job, deps)]);
  return job;
}

/** Throws NOT_FOUND, CONFLICT when it has ended. */
export const cancelTraining = (deps: Deps, tenant: string, id: string): Promise<TrainingJob> =>
  changeTraining(deps, { tenant, id }, (job, now) => {
    const stopped = stop(job, now);
    if (!stopped) throw conflict(`This training run has ended already: ${job.status}.`);
    return stopped;
  });
