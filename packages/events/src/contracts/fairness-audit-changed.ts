import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant } from './shared.ts';

export const fairnessAuditChanged = defineEvent({
  type: 'fairness.audit.changed',
  version: 1,
  description: 'An audit of fairness was done.',
  schema: z.object({
    auditId: z.string(),
    status: z.enum(['RUNNING', 'COMPLETED', 'FAILED']),
    verdict: z.enum(['PASS', 'WARN', 'FAIL']).optional(),
    rows: z.number(),
    at: instant,
  }),
});
