import { type FailedItem, isReading, type Reading, type ReadOptions, ServiceError, type TextReader, unavailable } from '@customerai/service';
import type { ErrorCode } from '@customerai/service';
import type { Said } from '../domain/verdict.ts';

/** What the model says of a text, with when it said so. `id` is the same for the same text, tenant and model, and leads back to nothing. */
export interface ReadText extends Said {
  id: string;
  readAt: Date;
}

/** Reads texts, in their order; one that the model fails at is an error in its place. Throws what the model service throws for all of them. */
export async function readTexts(
  reader: TextReader,
  tenant: string,
  texts: readonly string[],
  options?: ReadOptions,
): Promise<(ReadText | ServiceError)[]> {
  return (await reader.read(tenant, texts, options)).map(toReadText);
}

function toReadText(answer: Reading | FailedItem): ReadText | ServiceError {
  if (!isReading(answer)) return new ServiceError(answer.error.code as ErrorCode, answer.error.message);
  const { id, probabilities, emotions, intents, aspects, truncated, model, readAt } = answer;
  if (!probabilities) return unavailable('A model of sentiment');
  return { id, probabilities, emotions, intents, aspects, truncated, model, readAt };
}
