import { z } from 'zod';

/** Facts about an analysis that later events repeat, so that policies and filters need no further call. Never text or names. */
export const sentimentFacts = z.object({
  label: z.enum(['NEGATIVE', 'NEUTRAL', 'POSITIVE']),
  score: z.number().min(-1).max(1),
  confidence: z.number().min(0).max(1),
});
export const channel = z.enum(['EMAIL', 'CHAT', 'PHONE', 'SOCIAL', 'REVIEW', 'SURVEY', 'TICKET']);
export const instant = z.iso.datetime();
export const modelRef = z.object({ name: z.string(), version: z.string() });
