import { badInput } from '@customerai/service';
import { relative } from 'node:path';
import type { Deps } from '../context.ts';
import type { ModelVersion } from '../domain/model.ts';
import { begin, leaseFrom, lose, nextVersion, type TrainingJob } from '../domain/training.ts';
import { saveTraining, type TrainingDeps } from './change-training.ts';

export interface Task {
  job: TrainingJob;
  claim: string;
  version: string;
  base: ModelVersion;
  basePath: string;
}

const TRAINER = /^[\w-]{1,64}$/;
const TRIES = 10;

/** Gives the tenant's oldest run that waits to a trainer. Undefined when there is none. */
export async function takeTraining(deps: Deps, tenant: string, trainer: string): Promise<Task | undefined> {
  const { training, deployments, model, repository, clock, newId } = deps;
  if (!TRAINER.test(trainer)) throw badInput('trainer', 'A trainer\'s id has letters, digits, "-" and "_", at most 64.');
  await training.noteTrainer(tenant, trainer, clock());
  await loseTrainings(deps);
  for (let tries = 0; tries < TRIES; tries++) {
    const [job] = await training.queued(tenant);
    if (!job) return undefined;
    // Until somebody deploys, the newest version is live; from now on one may come that nobody has looked at yet.
    await deployments.keep(model.name, model.deployment);
    const known = [
      ...repository.models().flatMap(({ name, versions }) => (name === job.model ? versions.map(({ version }) => version) : [])),
      ...repository.problems(job.model).map(({ version }) => version),
      ...(await deployments.registrations()).flatMap(({ name, version }) => (name === job.model ? version : [])),
      ...(await training.versions(job.model)),
    ];
    const now = clock();
    const claim = newId();
    const after = begin(job, { id: claim, trainer, until: leaseFrom(now) }, nextVersion(known, job.dataset), now);
    if (!(await saveTraining(deps, job, after))) continue; // somebody else has it, or its version
    const { live } = model.deployment;
    const base = repository
      .models()
      .find(({ name }) => name === job.model)!
      .versions.find(({ version }) => version === live)!;
    const { path } = repository.folder(job.model, live)!;
    return { job: after, claim, version: after.version!, base, basePath: relative(repository.directory, path) };
  }
  return undefined;
}

/** Runs whose trainers were not heard of for too long wait again, or end. Of all tenants. */
export async function loseTrainings(deps: TrainingDeps): Promise<void> {
  const now = deps.clock();
  for (const job of await deps.training.lost(now)) await saveTraining(deps, job, lose(job, now));
}
