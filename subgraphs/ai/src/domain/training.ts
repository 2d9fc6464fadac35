import { newestFirst } from './model.ts';

export const DATASETS = ['corrections', 'open-sets'] as const;
export type Dataset = (typeof DATASETS)[number];
export type TrainingStatus = 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';

/** What somebody asked for, checked. */
export interface TrainingPlan {
  model: string;
  dataset: Dataset;
  epochs: number;
  workers: number;
  useReviewCorrections: boolean;
}

/** The hold that a trainer has on a run: until then nobody else works on it. */
export interface Claim {
  id: string;
  trainer: string;
  until: Date;
}

/** One training run of a tenant. Nothing in it is of a person. */
export interface TrainingJob extends TrainingPlan {
  id: string;
  tenant: string;
  status: TrainingStatus;
  /** 0 to 1. */
  progress: number;
  /** Times that the recipe's passes over the data were gone through. */
  epoch: number;
  metrics?: Record<string, number> | undefined;
  /** The version that it is to make, once somebody has begun: kept for it, whatever becomes of it. */
  version?: string | undefined;
  /** Whether that version was registered. */
  made?: boolean | undefined;
  error?: string | undefined;
  createdAt: Date;
  startedAt?: Date | undefined;
  finishedAt?: Date | undefined;
  /** How often it was begun. */
  tries: number;
  claim?: Claim | undefined;
  /** Somebody wants it stopped; its trainer does not know, or has not said that it is done. */
  stopping?: boolean | undefined;
  /** Grows with every change. */
  revision: number;
}

export const LEASE_MS = 60_000;
/** A trainer that went away so often does not come to an end with this run. */
const MOST_TRIES = 3;
/** Runs of a tenant that wait or run. */
export const MOST_OPEN = 10;
const MOST_EPOCHS = 10;
const MOST_WORKERS = 16;
const MOST_ERROR = 500;

export interface Problem {
  argument: string;
  message: string;
}

interface Asked {
  model: string;
  dataset: string;
  epochs?: number | null | undefined;
  workers?: number | null | undefined;
  useReviewCorrections?: boolean | null | undefined;
}

/** The plan, or what is wrong with what was asked. */
export function planTraining(asked: Asked, trainable: string): TrainingPlan | Problem {
  const { model, dataset } = asked;
  const { epochs, workers, useReviewCorrections } = {
    epochs: asked.epochs ?? 1,
    workers: asked.workers ?? 1,
    useReviewCorrections: asked.useReviewCorrections ?? true,
  };
  const wrong = (argument: string, message: string): Problem => ({ argument: `input.${argument}`, message });
  if (model !== trainable) return wrong('model', `The model that can be trained is "${trainable}".`);
  if (!DATASETS.includes(dataset as Dataset)) return wrong('dataset', `A data set is one of ${DATASETS.map((name) => `"${name}"`).join(' and ')}.`);
  const least = dataset === 'corrections' ? 1 : undefined;
  const within = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
  if (!within(epochs, least ?? MOST_EPOCHS))
    return wrong('epochs', least ? '"corrections" has no passes over the data: 1.' : `Between 1 and ${MOST_EPOCHS} times what the recipe says.`);
  if (!within(workers, least ?? MOST_WORKERS))
    return wrong('workers', least ? '"corrections" takes one process: 1.' : `Between 1 and ${MOST_WORKERS}.`);
  if (dataset === 'corrections' && !useReviewCorrections)
    return wrong('useReviewCorrections', '"corrections" is made of reviewers\' corrections: true, or another data set.');
  return { model, dataset: dataset as Dataset, epochs, workers, useReviewCorrections };
}

export const newTraining = (plan: TrainingPlan, { id, tenant, now }: { id: string; tenant: string; now: Date }): TrainingJob => ({
  ...plan,
  id,
  tenant,
  status: 'QUEUED',
  progress: 0,
  epoch: 0,
  createdAt: now,
  tries: 0,
  revision: 0,
});

export const isOver = ({ status }: Pick<TrainingJob, 'status'>): boolean => status !== 'QUEUED' && status !== 'RUNNING';

export const leaseFrom = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

/** A version that nothing has yet: a recalibration is a patch, other weights are more. */
export function nextVersion(taken: readonly string[], dataset: Dataset): string {
  const [newest = '0.0.0'] = taken.toSorted(newestFirst);
  const [major = 0, minor = 0, patch = 0] = newest.split(/[.-]/).map(Number);
  return dataset === 'corrections' ? `${major}.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`;
}

export const begin = (job: TrainingJob, claim: Claim, version: string, now: Date): TrainingJob => ({
  ...job,
  status: 'RUNNING',
  claim,
  version: job.version ?? version,
  startedAt: job.startedAt ?? now,
  tries: job.tries + 1,
});

export interface Progress {
  progress?: number | undefined;
  epoch?: number | undefined;
  metrics?: Record<string, number> | undefined;
}

/** News, or none: the claim holds on. A run goes forward only: whoever goes on from a checkpoint says again what was said. */
export const advance = (job: TrainingJob, { progress, epoch, metrics }: Progress, now: Date): TrainingJob => ({
  ...job,
  progress: Math.max(job.progress, progress ?? 0),
  epoch: Math.max(job.epoch, epoch ?? 0),
  metrics: metrics ? { ...job.metrics, ...metrics } : job.metrics,
  claim: { ...job.claim!, until: leaseFrom(now) },
});

export type Ending = { status: 'SUCCEEDED' | 'CANCELLED' } | { status: 'FAILED'; error: string };

export const end = (job: TrainingJob, ending: Ending, now: Date): TrainingJob => ({
  ...job,
  status: ending.status,
  ...(ending.status === 'SUCCEEDED' ? { progress: 1, epoch: job.dataset === 'open-sets' ? job.epochs : job.epoch, made: true } : {}),
  error: ending.status === 'FAILED' ? ending.error.slice(0, MOST_ERROR) : undefined,
  finishedAt: now,
  claim: undefined,
  stopping: undefined,
});

/** Somebody wants it stopped. Undefined when it is over already. */
export function stop(job: TrainingJob, now: Date): TrainingJob | undefined {
  if (isOver(job)) return undefined;
  return job.status === 'QUEUED' ? end(job, { status: 'CANCELLED' }, now) : { ...job, stopping: true };
}

/** Its trainer stops, as it was told to: whoever comes next goes on. */
export const release = (job: TrainingJob, now: Date): TrainingJob =>
  job.stopping ? end(job, { status: 'CANCELLED' }, now) : { ...job, status: 'QUEUED', claim: undefined, tries: job.tries - 1 };

/** Its trainer was not heard of for too long. */
export function lose(job: TrainingJob, now: Date): TrainingJob {
  if (job.stopping) return end(job, { status: 'CANCELLED' }, now);
  if (job.tries < MOST_TRIES) return { ...job, status: 'QUEUED', claim: undefined };
  return end(
    job,
    { status: 'FAILED', error: `Its trainer went away ${MOST_TRIES} times before it was done. What the trainer wrote says more.` },
    now,
  );
}

/** What changed for those who watch. */
export const isNews = (before: TrainingJob, after: TrainingJob): boolean =>
  before.status !== after.status ||
  before.progress !== after.progress ||
  before.epoch !== after.epoch ||
  before.stopping !== after.stopping ||
  JSON.stringify(before.metrics) !== JSON.stringify(after.metrics);

const NAME = /^[A-Za-z][\w-]{0,63}$/;
const MOST_FIGURES = 100;

/** Figures by name, or undefined when they are something else: a name is no place for a text. */
export function readMetrics(given: unknown): Record<string, number> | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const entries = Object.entries(given);
  const fine = entries.length <= MOST_FIGURES && entries.every(([name, value]) => NAME.test(name) && Number.isFinite(value));
  return fine ? (Object.fromEntries(entries) as Record<string, number>) : undefined;
}
