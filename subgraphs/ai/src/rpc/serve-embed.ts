import { aiEmbed, type Parts } from '@customerai/service';
import { isFailed } from '../inference/runtime.ts';
import type { ModelService } from '../serving/model-service.ts';
import { refOf } from './model-ref.ts';

/** Answers `ai.embed`. */
export function serveEmbed(parts: Parts, model: ModelService): Promise<AsyncDisposable> {
  return parts.rpc.serve(aiEmbed, async ({ texts, priority }, signal) => {
    const { spec, results } = await model.embed(texts, { priority, signal });
    return { model: refOf(spec), results: results.map((result) => (isFailed(result) ? result : { vector: Array.from(result.vector) })) };
  });
}
