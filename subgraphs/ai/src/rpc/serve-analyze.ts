import { aiAnalyze, type Parts } from '@customerai/service';
import type { Part } from '../domain/model-spec.ts';
import type { ModelService } from '../serving/model-service.ts';
import { refOf } from './model-ref.ts';

const DEFAULT_PARTS: Part[] = ['sentiment', 'emotions'];

/** Answers `ai.analyze`. No texts is a fair question too: which model is live? */
export function serveAnalyze(parts: Parts, model: ModelService): Promise<AsyncDisposable> {
  return parts.rpc.serve(aiAnalyze, async ({ texts, parts: wanted = DEFAULT_PARTS, priority, version }, signal) => ({
    model: refOf(model.live),
    results: await model.analyze(texts, wanted, { priority, version, signal }),
  }));
}
