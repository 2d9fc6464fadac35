/** What `takeTraining` answers. */
export interface Task {
  job: { id: string; model: string; dataset: string; epochs: number; workers: number; useReviewCorrections: boolean };
  claim: string;
  version: string;
  base: { version: string };
  basePath: string;
}

/** Where a task's files are. */
export interface Places {
  /** Of this run alone, gone when it is over. */
  work: string;
  /** Of the live version. */
  base: string;
  /** Of the new version. */
  target: string;
  corrections: string | undefined;
}

/** One run of Python, and which part of the whole it is. */
export interface Stage {
  name: 'recalibrate' | 'prepare' | 'train' | 'export';
  args: string[];
  /** Progress where it begins and ends, 0 to 1. */
  from: number;
  to: number;
}

/** The runs that make a version. Preparing and exporting take minutes of hours. */
export function stagesOf({ job, version }: Pick<Task, 'job' | 'version'>, { work, base, corrections }: Places): Stage[] {
  const given = corrections === undefined ? [] : ['--corrections', corrections];
  if (job.dataset === 'corrections') {
    const args = ['-m', 'training', 'recalibrate', '--model', base, '--version', version, ...given];
    return [{ name: 'recalibrate', args, from: 0.05, to: 1 }];
  }
  const many = job.workers > 1 ? ['-m', 'torch.distributed.run', '--standalone', '--nproc-per-node', String(job.workers)] : [];
  return [
    { name: 'prepare', args: ['-m', 'training', 'prepare', '--work', work, ...given], from: 0, to: 0.03 },
    { name: 'train', args: [...many, '-m', 'training', 'train', '--work', work, '--epochs', String(job.epochs)], from: 0.03, to: 0.9 },
    { name: 'export', args: ['-m', 'training', 'export', '--work', work, '--version', version], from: 0.9, to: 1 },
  ];
}

/** What a line of Python's says to programs (training/progress.py). */
export type Told = { progress?: number; passes?: number; metrics?: Record<string, number> } | { refused: string };

/** Undefined for a line that is for people. */
export function readTold(line: string): Told | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const said = JSON.parse(line) as Record<string, unknown>;
    if (typeof said['refused'] === 'string') return { refused: said['refused'] };
    const share = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1;
    const { progress, passes, metrics } = said;
    return {
      ...(share(progress) ? { progress: progress as number } : {}),
      ...(share(passes) ? { passes: passes as number } : {}),
      ...(typeof metrics === 'object' && metrics !== null ? { metrics: numbersOf(metrics) } : {}),
    };
  } catch {
    return undefined;
  }
}

const numbersOf = (metrics: object): Record<string, number> =>
  Object.fromEntries(Object.entries(metrics).filter(([, value]) => typeof value === 'number' && Number.isFinite(value)));
