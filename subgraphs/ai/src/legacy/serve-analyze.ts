import { aiAnalyze, type Parts } from '@customerai/service';
import type { Classifier } from './classifier.ts';

/** Answers `ai.analyze` with what the sentiment model knows: sentiment and emotions, each text read whole. */
export function serveAnalyze(
  parts: Parts,
  classifier: Classifier,
  model: { name: string; version: string; languages: string[] },
): Promise<AsyncDisposable> {
  return parts.rpc.serve(aiAnalyze, async ({ texts, parts: wanted = ['sentiment', 'emotions'] }, signal) => ({
    model,
    results: (await classifier.classify(texts, signal)).map(({ probabilities, emotions }) => ({
      version: model.version,
      windows: 1,
      truncated: false,
      ...(wanted.includes('sentiment') ? { probabilities } : {}),
      ...(wanted.includes('emotions') ? { emotions } : {}),
    })),
  }));
}
