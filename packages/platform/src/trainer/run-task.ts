import { documents } from '@customerai/sdk';
import { ServiceError } from '@customerai/service/basics';
import { existsSync } from 'node:fs';
import { chmod, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Request } from '../client.ts';
import { repositoryRoot } from '../config.ts';
import { readCorrections } from '../corrections/read-corrections.ts';
import type { TrainerConfig } from './config.ts';
import { startReporter, type Reporter } from './reporter.ts';
import { runPython } from './run-python.ts';
import { type Places, stagesOf, type Task } from './task.ts';

export interface TrainerDeps {
  request: Request;
  config: TrainerConfig;
  env: NodeJS.ProcessEnv;
  say(line: string): void;
  /** The trainer stops. */
  signal: AbortSignal;
}

type Outcome = { outcome: 'SUCCEEDED'; path: string } | { outcome: 'FAILED'; error: string } | { outcome: 'CANCELLED' | 'RELEASED' };
/** Why a run ends before Python is done. */
type Interruption = 'CANCELLED' | 'RELEASED' | 'LOST';

const WAITS_SECONDS = [1, 2, 5, 10, 20];

/** Works on one run until it has ended, one way or another. Whatever holds customers' words is gone then. */
export async function runTask(deps: TrainerDeps, task: Task): Promise<void> {
  const { request, config, say, signal } = deps;
  const { job, claim, version } = task;
  const path = posix.join(posix.dirname(task.basePath), version);
  const places: Places = {
    work: join(resolve(config.workDir), job.id),
    base: join(resolve(config.modelsDir), task.basePath),
    target: join(resolve(config.modelsDir), path),
    corrections: undefined,
  };
  say(`${job.id}: ${job.dataset}, to make ${job.model} ${version} from ${task.base.version}`);

  const interrupted = new AbortController();
  let why: Interruption | undefined;
  const interrupt = (reason: Interruption) => {
    why ??= reason;
    interrupted.abort();
  };
  const release = () => interrupt('RELEASED');
  signal.addEventListener('abort', release, { once: true });
  if (signal.aborted) release();

  let outcome: Outcome;
  {
    await using reporter = startReporter({
      send: async (news) => {
        const input = { id: job.id, claim, ...news };
        return (await request<{ reportTraining: 'GO_ON' | 'STOP' }>(documents.reportTraining.text, { input })).reportTraining;
      },
      onStop: interrupt,
      onFault: (error) => say(`${job.id}: not reported, will be again: ${error.message}`),
    });
    outcome = await make(deps, task, places, path, reporter, interrupted.signal).catch((error: unknown): Outcome => {
      const told = error instanceof ServiceError; // in the platform's own words
      say(told ? error.message : ((error as Error).stack ?? String(error)));
      return { outcome: 'FAILED', error: told ? error.message : 'The trainer itself failed. What it wrote says why.' };
    });
  }
  signal.removeEventListener('abort', release);
  await rm(correctionsOf(places.work), { force: true });

  const said = why === undefined ? outcome : why === 'LOST' ? undefined : { outcome: why };
  const status = said && (await end(deps, { id: job.id, claim, ...said }));
  say(`${job.id}: ${status ?? 'is no longer ours'}${status === 'FAILED' && said && 'error' in said ? `: ${said.error}` : ''}`);
  if (status === 'QUEUED' || status === undefined) return; // whoever goes on here begins with what is here
  if (status !== 'SUCCEEDED' && existsSync(begunOf(places.work))) await rm(places.target, { recursive: true, force: true });
  await rm(places.work, { recursive: true, force: true });
}

export const correctionsOf = (work: string) => join(work, 'corrections.jsonl');
/** The target's path: from when on what lies there is of this run. */
export const begunOf = (work: string) => join(work, 'begun');
const preparedOf = (work: string) => join(work, 'prepared');

async function make(
  { request, config, env, say }: TrainerDeps,
  task: Task,
  places: Places,
  path: string,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<Outcome> {
  const { job, version } = task;
  const { work, target } = places;
  await mkdir(work, { recursive: true, mode: 0o700 });
  await chmod(work, 0o700);
  if (existsSync(begunOf(work))) await rm(target, { recursive: true, force: true });
  else if (existsSync(target)) return { outcome: 'FAILED', error: `MODELS_DIR has something of the name ${path} already that is no known version.` };
  if (!existsSync(places.base))
    return { outcome: 'FAILED', error: `The trainer's MODELS_DIR has no ${task.basePath}: it must be the folder that is served.` };
  await writeFile(begunOf(work), path);

  const prepared = existsSync(preparedOf(work));
  if (job.useReviewCorrections && !prepared) {
    const count = await fetchCorrections(request, correctionsOf(work), signal);
    say(`${job.id}: ${count} corrections of customers who agreed`);
    if (count > 0 || job.dataset === 'corrections') places.corrections = correctionsOf(work);
  }
  for (const stage of stagesOf(task, places)) {
    if (stage.name === 'prepare' && prepared) continue;
    const place = (share: number) => Number((stage.from + share * (stage.to - stage.from)).toFixed(4));
    reporter.tell({ progress: place(0) });
    const ended = await runPython({
      python: config.python,
      args: stage.args,
      cwd: repositoryRoot,
      env: {
        ...env,
        MODELS_DIR: resolve(config.modelsDir),
        DATA_SETS_DIR: resolve(config.dataSetsDir),
        TRAINING_PROGRESS: 'json',
        PYTHONUNBUFFERED: '1',
      },
      killMs: config.killMs,
      signal,
      onTold: ({ progress, passes, metrics }) =>
        reporter.tell({
          ...(progress === undefined ? {} : { progress: place(progress) }),
          ...(passes === undefined ? {} : { epoch: Math.floor(passes * job.epochs) }),
          ...(metrics === undefined ? {} : { metrics }),
        }),
      onLine: (line) => say(`${job.id} ${stage.name}: ${line}`),
    });
    if (ended !== 'done') return { outcome: 'FAILED', error: 'refused' in ended ? ended.refused : ended.failed };
    if (stage.name === 'prepare') {
      await writeFile(preparedOf(work), '');
      await rm(correctionsOf(work), { force: true }); // they are among the prepared rows
    }
  }
  return existsSync(target) ? { outcome: 'SUCCEEDED', path } : { outcome: 'FAILED', error: `Training ended well, and left no ${version}.` };
}

/** A file that nobody else can read; how many are in it. */
async function fetchCorrections(request: Request, file: string, signal: AbortSignal): Promise<number> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await using handle = await open(file, 'w', 0o600);
  let count = 0;
  for await (const { text, label } of readCorrections({ request })) {
    if (signal.aborted) break;
    await handle.write(`${JSON.stringify({ text, label })}\n`);
    count++;
  }
  return count;
}

/** Says how it ended, over a platform that is away for a moment. The run's status; undefined when it is no longer ours. */
async function end({ request, say, signal }: TrainerDeps, input: { id: string; claim: string } & Outcome): Promise<string | undefined> {
  for (let attempt = 0; ; attempt++) {
    try {
      return (await request<{ endTraining: { status: string } }>(documents.endTraining.text, { input })).endTraining.status;
    } catch (error) {
      const seconds = WAITS_SECONDS[attempt];
      const ours = !(error instanceof ServiceError && (error.code === 'CONFLICT' || error.code === 'NOT_FOUND'));
      if (!ours || seconds === undefined) return undefined;
      say(`${input.id}: its end is not told, will be again: ${(error as Error).message}`);
      await delay(seconds * 1000, undefined, { signal }).catch(() => {});
    }
  }
}
