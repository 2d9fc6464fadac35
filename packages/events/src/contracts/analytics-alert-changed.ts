import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant } from './shared.ts';

export const analyticsAlertChanged = defineEvent({
  type: 'analytics.alert.changed',
  version: 1,
  description: 'An alert rule was met (raised), or is met no longer (resolved). Carries the condition as it was.',
  schema: z.object({
    ruleId: z.string(),
    metric: z.string(),
    comparison: z.enum(['ABOVE', 'BELOW']),
    threshold: z.number(),
    window: z.string(),
    value: z.number(),
    resolved: z.boolean(),
    at: instant,
  }),
});
