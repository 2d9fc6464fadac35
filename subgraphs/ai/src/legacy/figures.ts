import { type Metrics, REQUEST_SECONDS } from '@customerai/telemetry';
import type { Batcher } from './batcher.ts';
import type { BatchOutput, InferencePool } from './pool.ts';

const BATCH_SIZES = [1, 2, 4, 8, 16, 32, 64] as const;

/** What Prometheus hears of one model's inference. */
export interface InferenceFigures {
  answered(milliseconds: number): void;
  failed(): void;
  refused(texts: number): void;
  /** The same pool, its runs measured. */
  watchPool(pool: InferencePool): InferencePool;
  watchQueue(batcher: Batcher): void;
}

export function createInferenceFigures(metrics: Metrics, { name: model, version }: { name: string; version: string }): InferenceFigures {
  const texts = metrics.counter('customerai_inference_texts_total', 'Texts asked of a model: ok, failed, or refused because the queue was full.', [
    'model',
    'outcome',
  ]);
  const seconds = metrics.histogram(
    'customerai_inference_duration_seconds',
    'From asking for a text to its answer, waiting included.',
    ['model'],
    REQUEST_SECONDS,
  );
  const runSeconds = metrics.histogram('customerai_inference_run_duration_seconds', 'Time of one run of the model.', ['model'], REQUEST_SECONDS);
  const batch = metrics.histogram('customerai_inference_batch_size', 'Texts in one run of the model.', ['model'], BATCH_SIZES);
  metrics.gauge('customerai_model_info', 'Always 1; the labels say which version of a model is live.', ['model', 'version'], () => [
    { labels: { model, version }, value: 1 },
  ]);

  return {
    answered: (milliseconds) => {
      texts({ model, outcome: 'ok' });
      seconds({ model }, milliseconds / 1000);
    },
    failed: () => texts({ model, outcome: 'failed' }),
    refused: (count) => texts({ model, outcome: 'refused' }, count),
    watchPool: (pool) => ({
      threads: pool.threads,
      run: async (given): Promise<BatchOutput> => {
        const start = performance.now();
        const output = await pool.run(given);
        runSeconds({ model }, (performance.now() - start) / 1000);
        batch({ model }, given.length);
        return output;
      },
      [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
    }),
    watchQueue: (batcher) =>
      metrics.gauge('customerai_inference_queue_texts', 'Texts that wait for the model or run in it.', ['model'], () => [
        { labels: { model }, value: batcher.size },
      ]),
  };
}
