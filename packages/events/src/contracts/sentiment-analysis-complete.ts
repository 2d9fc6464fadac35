import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { channel, instant, modelRef, sentimentFacts } from './shared.ts';

export const sentimentAnalysisComplete = defineEvent({
  type: 'sentiment.analysis.complete',
  version: 1,
  description: 'A stored interaction has its sentiment.',
  schema: z.object({
    analysisId: z.string(),
    interactionId: z.string(),
    customerId: z.string(),
    channel,
    language: z.string(),
    receivedAt: instant,
    analyzedAt: instant,
    sentiment: sentimentFacts,
    model: modelRef,
  }),
});
