import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { channel, instant, modelRef, sentimentFacts } from './shared.ts';

const analysis = z.object({
  analysisId: z.string(),
  interactionId: z.string(),
  customerId: z.string(),
  channel,
  language: z.string(),
  receivedAt: instant,
  analyzedAt: instant,
  sentiment: sentimentFacts,
  /** Labels of GoEmotions that are there, strongest first. */
  emotions: z.array(z.string()).optional(),
  /** What is spoken of, by category out of a fixed list, with its polarity (-1 to 1). Absent when the model tells none. */
  aspects: z.array(z.object({ category: z.string(), label: sentimentFacts.shape.label, score: sentimentFacts.shape.score })).optional(),
  model: modelRef,
});

export const sentimentAnalysisComplete = defineEvent({
  type: 'sentiment.analysis.complete',
  version: 1,
  description: 'A stored interaction has its sentiment.',
  schema: analysis,
});

export const sentimentAnalysisRevised = defineEvent({
  type: 'sentiment.analysis.revised',
  version: 1,
  description:
    'A stored interaction was analysed again, by another version of the model. Projections of analyses take it over; it starts nothing that a first analysis starts.',
  schema: analysis.extend({ previousModel: modelRef }),
});
