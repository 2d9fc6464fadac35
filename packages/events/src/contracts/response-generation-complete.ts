import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { channel, instant, modelRef, sentimentFacts } from './shared.ts';

export const responseGenerationComplete = defineEvent({
  type: 'response.generation.complete',
  version: 1,
  description: 'A draft answer to an interaction was written.',
  schema: z.object({
    responseId: z.string(),
    interactionId: z.string(),
    customerId: z.string(),
    channel,
    receivedAt: instant,
    generatedAt: instant,
    /** The draft that every interaction gets by itself, as opposed to one that a person asked for. */
    automatic: z.boolean().optional(),
    status: z.enum(['DRAFT', 'IN_REVIEW', 'APPROVED', 'REJECTED', 'SENT', 'FAILED']),
    confidence: z.number().min(0).max(1),
    groundedness: z.number().min(0).max(1),
    flags: z.array(z.string()),
    /** Absent when the interaction had not been analysed when the draft was asked for. */
    sentiment: sentimentFacts.optional(),
    /** Types of personal data that were hidden before drafting, without their values. */
    piiTypes: z.array(z.string()),
    model: modelRef,
  }),
});
