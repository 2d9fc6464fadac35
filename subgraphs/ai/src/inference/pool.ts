import { ConfigError, type Logger } from '@customerai/service';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Backend, Batch, BatchOutput } from './backend.ts';

/** What a thread needs to load its model. */
export interface WorkerModel {
  file: string;
  /** In hexadecimal digits. */
  sha256: string;
  /** Those that its metadata names. */
  outputs: readonly string[];
}

export interface PoolOptions {
  model: WorkerModel;
  threads: number;
  log: Logger;
  /** The module that runs in the threads. Default `worker.ts` beside this file. */
  worker?: URL;
}

/**
 * Starts threads that each load the model once. Resolves when each has answered once, so that no caller waits for a cold model; throws `ConfigError` when
 * one cannot. A thread that dies fails its run; the next run has a new one. Disposing ends the threads: whatever the library leaves behind when a
 * session closes goes with them.
 */
export async function startInferencePool({ model, threads, log, worker = new URL('./worker.ts', import.meta.url) }: PoolOptions): Promise<Backend> {
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
  const run = (batch: Batch): Promise<BatchOutput> => pool.run(batch, { signal: lost.signal });
  try {
    await Promise.all(Array.from({ length: threads }, () => run(warmUp(model.outputs))));
  } catch (error) {
    await pool.destroy();
    throw new ConfigError(`The model ${model.file} cannot be loaded: ${(error as Error).message}`, { cause: error });
  }
  return { slots: threads, run, [Symbol.asyncDispose]: () => pool.destroy() };
}

/** Ids below 4 stand in every vocabulary. */
const warmUp = (outputs: readonly string[]): Batch => ({
  rows: 1,
  length: 4,
  ids: Int32Array.of(1, 2, 3, 1),
  mask: Uint8Array.of(1, 1, 1, 1),
  outputs,
});
