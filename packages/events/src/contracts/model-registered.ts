import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant, modelRef } from './shared.ts';

export const modelRegistered = defineEvent({
  type: 'model.registered',
  version: 1,
  description: 'A version of a model was checked and may be deployed from now on; it answers nobody yet. Its tenant is `installation`.',
  schema: z.object({
    model: modelRef,
    at: instant,
  }),
});
