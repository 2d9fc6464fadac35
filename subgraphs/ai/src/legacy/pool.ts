import { ConfigError, type Logger } from '@customerai/service';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';

/** What a thread needs to load its model. */
export interface WorkerModel {
  file: string;
  /** In hexadecimal digits. */
  sha256: string;
}

/** The outputs of one run, row by row: `sentiment` [texts, 3] and `emotion` [texts, emotions], probabilities. */
export interface BatchOutput {
  sentiment: Float32Array;
  emotion: Float32Array;
}

export interface InferencePool extends AsyncDisposable {
  readonly threads: number;
  /** One run of the model. Rejects when its thread dies; the next run has a new thread. */
  run(texts: readonly string[]): Promise<BatchOutput>;
}

export interface PoolOptions {
  model: WorkerModel;
  threads: number;
  log: Logger;
  /** The module that runs in the threads. Default `worker.ts` beside this file. */
  worker?: URL;
}

/** Starts the threads. Resolves when each has loaded its model and answered once; throws `ConfigError` when one cannot. */
export async function startInferencePool({
  model,
  threads,
  log,
  worker = new URL('./worker.ts', import.meta.url),
}: PoolOptions): Promise<InferencePool> {
  const pool = new Piscina({
    filename: fileURLToPath(worker),
    workerData: model,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
    recordTiming: false,
  });
  let lost = new AbortController();
  pool.on('error', (error: Error) => {
    log.error({ err: error }, 'an inference thread died');
    if (pool.threads.length > 0) return;
    // None came back (the file changed, memory ran out): runs that wait for a thread must not wait for ever. The next run tries anew.
    lost.abort(error);
    lost = new AbortController();
  });
  const run = (texts: readonly string[]): Promise<BatchOutput> => pool.run(texts, { signal: lost.signal });
  try {
    await Promise.all(Array.from({ length: threads }, () => run(['Are you there?'])));
  } catch (error) {
    await pool.destroy();
    throw new ConfigError(`The model ${model.file} cannot be loaded: ${(error as Error).message}`, { cause: error });
  }
  return { threads, run, [Symbol.asyncDispose]: () => pool.destroy() };
}
