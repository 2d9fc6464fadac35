import { type Metrics, REQUEST_SECONDS } from '@customerai/telemetry';
import type { Backend } from './backend.ts';

const BATCH_SIZES = [1, 2, 4, 8, 16, 32, 64] as const;

/** What Prometheus hears of one model's inference, all its loaded versions together. */
export interface InferenceFigures {
  answered(milliseconds: number): void;
  failed(): void;
  refused(texts: number): void;
  /** The same backend, its runs measured. */
  watchBackend(backend: Backend): Backend;
}

/** `state`: the version that is live, and how many texts wait for the model or run in it. */
export function createInferenceFigures(metrics: Metrics, model: string, state: () => { live: string; waiting: number }): InferenceFigures {
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
    { labels: { model, version: state().live }, value: 1 },
  ]);
  metrics.gauge('customerai_inference_queue_texts', 'Texts that wait for the model or run in it.', ['model'], () => [
    { labels: { model }, value: state().waiting },
  ]);

  return {
    answered: (milliseconds) => {
      texts({ model, outcome: 'ok' });
      seconds({ model }, milliseconds / 1000);
    },
    failed: () => texts({ model, outcome: 'failed' }),
    refused: (count) => texts({ model, outcome: 'refused' }, count),
    watchBackend: (backend) => ({
      slots: backend.slots,
      run: async (given) => {
        const start = performance.now();
        const output = await backend.run(given);
        runSeconds({ model }, (performance.now() - start) / 1000);
        batch({ model }, given.rows);
        return output;
      },
      [Symbol.asyncDispose]: () => backend[Symbol.asyncDispose](),
    }),
  };
}
