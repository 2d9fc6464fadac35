import { aiClassify, type Parts } from '@customerai/service';
import type { Classifier } from '../inference/classifier.ts';

/** Answers `ai.classify`. No texts is a fair question too: which model is live? */
export function serveClassify(
  parts: Parts,
  classifier: Classifier,
  model: { name: string; version: string; languages: string[] },
): Promise<AsyncDisposable> {
  return parts.rpc.serve(aiClassify, async ({ texts }, signal) => ({ model, results: await classifier.classify(texts, signal) }));
}
