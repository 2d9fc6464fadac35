import { documents } from '@customerai/sdk';
import { ServiceError } from '@customerai/service/basics';
import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { begunOf, correctionsOf, runTask, type TrainerDeps } from './run-task.ts';
import type { Task } from './task.ts';

/**
 * Asks for runs and works on one after the other, until it is told to stop; what it works on then waits for the next trainer. A platform that is away is waited
 * for. Throws when it may not work.
 */
export async function runTrainer(deps: TrainerDeps): Promise<void> {
  const { request, config, say, signal } = deps;
  const trainer = randomUUID();
  let fault: string | undefined;
  let swept = false;
  while (!signal.aborted) {
    let task: Task | null = null;
    try {
      if (!swept) await sweep(deps);
      swept = true;
      task = (await request<{ takeTraining: Task | null }>(documents.takeTraining.text, { trainer })).takeTraining;
      if (fault !== undefined) say('The platform answers again.');
      fault = undefined;
    } catch (error) {
      const code = error instanceof ServiceError ? error.code : undefined;
      if (code === 'FORBIDDEN' || code === 'UNAUTHENTICATED') throw error;
      if (fault !== (error as Error).message) say((fault = (error as Error).message));
    }
    if (task) {
      await runTask(deps, task);
      swept = false;
    } else await delay(config.pollMs, undefined, { signal }).catch(() => {});
  }
}

/** Removes what runs left behind that have ended without us: a trainer that was killed cannot do it. */
async function sweep({ request, config }: TrainerDeps): Promise<void> {
  for (const id of await readdir(config.workDir).catch(() => [])) {
    const work = join(config.workDir, id);
    const { trainingJob: job } = await request<{ trainingJob: { status: string } | null }>(documents.trainingJob.text, { id });
    if (job?.status === 'RUNNING') continue; // another trainer's, or ours again when its lease is over
    await rm(correctionsOf(work), { force: true });
    if (job?.status === 'QUEUED') continue;
    const begun = await readFile(begunOf(work), 'utf8').catch(() => '');
    if (begun && job?.status !== 'SUCCEEDED') await rm(join(config.modelsDir, begun), { recursive: true, force: true });
    await rm(work, { recursive: true, force: true });
  }
}
