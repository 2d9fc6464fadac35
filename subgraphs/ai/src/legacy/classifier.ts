import { ServiceError, unavailable } from '@customerai/service';
import { inSpan } from '@customerai/telemetry';
import { type Classification, type Labels, toClassification } from './classification.ts';
import { prepareText } from '../domain/prepare-text.ts';
import type { Batcher } from './batcher.ts';
import type { InferenceFigures } from './figures.ts';
import { createStats, type InferenceStats } from './stats.ts';

const RETRY_AFTER_SECONDS = 1; // a full queue of short texts is worked off in about that time

export interface Classifier {
  /**
   * Answers in the order of the texts. Throws RATE_LIMITED with `retryAfter` when the queue is full and SERVICE_UNAVAILABLE when the model gave
   * no usable answer for one of the texts; other callers' texts in the same run are not touched by it.
   */
  classify(texts: readonly string[], signal?: AbortSignal): Promise<Classification[]>;
  stats(): InferenceStats;
}

/** `capacity`: how many texts may wait and run; one call is always let in when nothing waits. */
export function createClassifier(batcher: Batcher, labels: Labels, capacity: number, figures?: InferenceFigures): Classifier {
  const stats = createStats(figures);

  async function classifyOne(text: string, signal: AbortSignal | undefined): Promise<Classification> {
    const start = performance.now();
    try {
      const classification = toClassification(await batcher.add(prepareText(text), signal), labels);
      stats.answered(performance.now() - start);
      return classification;
    } catch (error) {
      stats.failed();
      throw error;
    }
  }

  return {
    classify: async (texts, signal) => {
      if (batcher.size > 0 && batcher.size + texts.length > capacity) {
        figures?.refused(texts.length);
        throw new ServiceError('RATE_LIMITED', `The model's queue is full. Try again in ${RETRY_AFTER_SECONDS} second.`, {
          retryAfter: RETRY_AFTER_SECONDS,
        });
      }
      const answers = await inSpan('infer sentiment', { onlyInside: true, attributes: { 'customerai.texts': texts.length } }, () =>
        Promise.allSettled(texts.map((text) => classifyOne(text, signal))),
      );
      const failed = answers.find((answer) => answer.status === 'rejected');
      if (failed) throw unavailable('The sentiment model', failed.reason);
      return answers.map((answer) => (answer as PromiseFulfilledResult<Classification>).value);
    },
    stats: () => stats.read(batcher.runs),
  };
}
