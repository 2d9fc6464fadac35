import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { channel, instant } from './shared.ts';

export const interactionNew = defineEvent({
  type: 'customer.interaction.new',
  version: 1,
  description: 'A customer message was accepted and stored.',
  schema: z.object({
    interactionId: z.string(),
    customerId: z.string(),
    channel,
    /** ISO 639-1, or `und` when it could not be told. */
    language: z.string(),
    receivedAt: instant,
  }),
});
