import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant } from './shared.ts';

export const privacyConsentChanged = defineEvent({
  type: 'privacy.consent.changed',
  version: 1,
  description: 'A customer gave or withdrew consent to a purpose.',
  schema: z.object({ customerId: z.string(), purpose: z.string(), granted: z.boolean(), at: instant }),
});
