import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant } from './shared.ts';

export const modelTrainingChanged = defineEvent({
  type: 'model.training.changed',
  version: 1,
  description: 'A training run was asked for, got further, or ended. Carries how it stood then; figures only once there are any.',
  schema: z.object({
    jobId: z.string(),
    /** Name of the model. */
    model: z.string(),
    status: z.enum(['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED']),
    progress: z.number().min(0).max(1),
    epoch: z.number().int().min(0),
    metrics: z.record(z.string(), z.number()).optional(),
    at: instant,
  }),
});
