import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant } from './shared.ts';

export const privacyConsentChanged = defineEvent({
  type: 'privacy.consent.changed',
  version: 1,
  description: 'A customer gave or withdrew consent to a purpose.',
  schema: z.object({ customerId: z.string(), purpose: z.string(), granted: z.boolean(), at: instant }),
});

export const privacyRequestUpdated = defineEvent({
  type: 'privacy.request.updated',
  version: 1,
  description: 'An erasure or an export was asked for, or went a step further.',
  schema: z.object({
    requestId: z.string(),
    customerId: z.string(),
    kind: z.enum(['ERASURE', 'EXPORT']),
    status: z.enum(['PENDING', 'RUNNING', 'COMPLETED', 'FAILED']),
    at: instant,
  }),
});
