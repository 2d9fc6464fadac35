import { ServiceError, type TextReader } from '@customerai/service';
import DataLoader from 'dataloader';
import type { Probabilities } from '../domain/verdict.ts';
import { readTexts } from './read-texts.ts';

export type SentenceLoader = DataLoader<string, Probabilities>;

/** Scores the sentences that one request asks for together, each wording once. One per request. */
export function createSentenceLoader(reader: TextReader, tenant: string): SentenceLoader {
  return new DataLoader<string, Probabilities>(async (sentences) => {
    const answers = await readTexts(reader, tenant, sentences, { parts: ['sentiment'] });
    return answers.map((said) => (said instanceof ServiceError ? said : said.probabilities));
  });
}
