import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant, modelRef } from './shared.ts';

/** Models belong to the installation: their events carry this in place of a tenant. */
export const INSTALLATION = 'installation';

const share = z.object({ version: z.string(), percent: z.number().int().min(1).max(100) });

export const modelDeployed = defineEvent({
  type: 'model.deployed',
  version: 1,
  description: 'Which versions of a model answer has changed. Carries the whole state after the change; its tenant is `installation`.',
  schema: z.object({
    /** With the live version. */
    model: modelRef,
    /** The version that was live before, also when it still is. */
    previousVersion: z.string(),
    canary: share.optional(),
    shadow: share.optional(),
    deployedBy: z.string(),
    at: instant,
  }),
});
