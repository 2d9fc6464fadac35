import { badInput, ServiceError } from '@customerai/service';
import type { Deps } from '../context.ts';
import { advance, end, leaseFrom, type Progress, readMetrics, release, type TrainingJob } from '../domain/training.ts';
import { changeTraining, claimed } from './change-training.ts';
import { registerVersion } from './register-version.ts';

export interface Which {
  tenant: string;
  id: string;
  claim: string;
}

export interface Report extends Omit<Progress, 'metrics'> {
  metrics?: unknown;
}

/** Takes a trainer's news, and tells whether it should go on. Throws BAD_USER_INPUT, NOT_FOUND, CONFLICT when the run is no longer that trainer's. */
export async function reportTraining(deps: Deps, which: Which, { progress, epoch, metrics }: Report): Promise<'GO_ON' | 'STOP'> {
  if (progress !== undefined && !(progress >= 0 && progress <= 1)) throw badInput('input.progress', 'Between 0 and 1.');
  if (epoch !== undefined && epoch < 0) throw badInput('input.epoch', 'Not below 0.');
  const figures = metrics == null ? undefined : readMetrics(metrics);
  if (metrics != null && !figures)
    throw badInput('input.metrics', 'At most 100 numbers by name; a name has at most 64 letters, digits, "-" and "_".');
  const news = { progress, epoch, metrics: figures };
  const job = await changeTraining(
    deps,
    which,
    claimed(which.claim, (before, now) => advance(before, news, now)),
  );
  await deps.training.noteTrainer(which.tenant, job.claim!.trainer, deps.clock());
  return job.stopping ? 'STOP' : 'GO_ON';
}

export type Outcome = { outcome: 'SUCCEEDED'; path: string } | { outcome: 'FAILED'; error: string } | { outcome: 'CANCELLED' | 'RELEASED' };

/** Ends a run. A version that was made is checked and registered first; one that is refused makes the run fail, with the reason. Nothing is deployed. */
export async function endTraining(deps: Deps, which: Which, said: Outcome): Promise<TrainingJob> {
  const settle = (decide: (job: TrainingJob, now: Date) => TrainingJob) => changeTraining(deps, which, claimed(which.claim, decide));
  switch (said.outcome) {
    case 'FAILED':
      // What fails because it is stopped was stopped.
      return settle((job, now) => end(job, job.stopping ? { status: 'CANCELLED' } : { status: 'FAILED', error: said.error }, now));
    case 'CANCELLED':
      return settle((job, now) => end(job, { status: 'CANCELLED' }, now));
    case 'RELEASED':
      return settle(release);
    case 'SUCCEEDED': {
      const job = await settle((before, now) =>
        before.stopping ? end(before, { status: 'CANCELLED' }, now) : { ...before, claim: { ...before.claim!, until: leaseFrom(now) } },
      );
      if (job.status === 'CANCELLED') return job;
      const refused = await refusal(deps, job, said.path);
      return settle((before, now) => end(before, refused === undefined ? { status: 'SUCCEEDED' } : { status: 'FAILED', error: refused }, now));
    }
  }
}

async function refusal(deps: Deps, { model, version }: TrainingJob, path: string): Promise<string | undefined> {
  try {
    await registerVersion(deps, { name: model, version: version!, path });
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return `The version that was made is not accepted: ${error.message}`;
    throw error;
  }
}
