import { aspectCategories } from '../domain/aspect-categories.ts';
import type { Analysed } from '../domain/interaction.ts';

/** What events may tell of an analysis: keys, labels and numbers. The customer's words for an aspect stay here; its category goes. */
export function analysisFacts({ id, customerId, channel, language, receivedAt, text, analysis }: Analysed) {
  const { label, score, confidence, emotions, aspects, analyzedAt, model } = analysis;
  return {
    analysisId: analysis.id,
    interactionId: id,
    customerId,
    channel,
    language,
    receivedAt: receivedAt.toISOString(),
    analyzedAt: analyzedAt.toISOString(),
    sentiment: { label, score, confidence },
    emotions: emotions.map(({ emotion }) => emotion),
    ...(aspects && { aspects: aspectCategories(text, aspects) }),
    model,
  };
}
