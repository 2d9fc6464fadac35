import DataLoader from 'dataloader';
import type { Classification } from '../domain/verdict.ts';
import type { ModelClient } from './model-client.ts';

export type SentenceLoader = DataLoader<string, Classification>;

/** Scores the sentences that one request asks for together, each wording once. One per request. */
export function createSentenceLoader(model: ModelClient): SentenceLoader {
  return new DataLoader(async (sentences) => (await model.classify(sentences)).results);
}
