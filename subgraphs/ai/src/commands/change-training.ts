import { conflict, notFound } from '@customerai/service';
import type { Deps } from '../context.ts';
import { isNews, type TrainingJob } from '../domain/training.ts';
import { trainingChanged } from './training-event.ts';

const TRIES = 10;

export type TrainingDeps = Pick<Deps, 'training' | 'clock' | 'newId'>;

/** Keeps what becomes of a run, with its event where those who watch see something new. False when somebody was faster. */
export async function saveTraining(deps: TrainingDeps, before: TrainingJob, after: TrainingJob): Promise<boolean> {
  return deps.training.save(after, isNews(before, after) ? [trainingChanged(after, deps)] : []);
}

/** Changes a run by what `decide` makes of it as it is. Throws NOT_FOUND, and whatever `decide` throws. */
export async function changeTraining(
  deps: TrainingDeps,
  { tenant, id }: { tenant: string; id: string },
  decide: (job: TrainingJob, now: Date) => TrainingJob,
): Promise<TrainingJob> {
  for (let tries = 0; tries < TRIES; tries++) {
    const job = await deps.training.find(tenant, id);
    if (!job) throw notFound('training run', id);
    const after = decide(job, deps.clock());
    if (await saveTraining(deps, job, after)) return { ...after, revision: job.revision + 1 };
  }
  throw conflict('Others change this training run all the time. Try again.');
}

/** What a trainer may do with a run, as long as it is that trainer's. Throws CONFLICT. */
export const claimed =
  (claim: string, decide: (job: TrainingJob, now: Date) => TrainingJob) =>
  (job: TrainingJob, now: Date): TrainingJob => {
    if (job.claim?.id !== claim) throw conflict('This training run is not yours any more: it has ended, or another trainer has it.');
    return decide(job, now);
  };
