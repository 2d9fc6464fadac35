import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { channel, instant } from './shared.ts';

export const reviewFacts = z.object({
  status: z.enum(['OPEN', 'CLAIMED', 'APPROVED', 'EDITED', 'REJECTED', 'ESCALATED']),
  priority: z.enum(['LOW', 'NORMAL', 'HIGH', 'URGENT']),
  reasons: z.array(z.string()),
  assigneeId: z.string().optional(),
  dueAt: instant,
  /** Put off until then. */
  snoozedUntil: instant.optional(),
});
export type ReviewFacts = z.infer<typeof reviewFacts>;

const reviewItemKeys = z.object({
  reviewItemId: z.string(),
  responseId: z.string(),
  interactionId: z.string(),
  customerId: z.string(),
  channel,
});

export const reviewItemChanged = defineEvent({
  type: 'review.item.changed',
  version: 1,
  description: 'An item of the review queue was added or changed; carries the facts before and after, so that filters can match either.',
  schema: reviewItemKeys.extend({
    change: z.enum(['ADDED', 'CLAIMED', 'RELEASED', 'DECIDED', 'ESCALATED', 'ASSIGNED', 'COMMENTED', 'OVERDUE', 'SNOOZED', 'WOKEN']),
    before: reviewFacts.optional(),
    after: reviewFacts,
    changedBy: z.string().optional(),
    at: instant,
  }),
});

export const reviewRequired = defineEvent({
  type: 'review.required',
  version: 1,
  description: 'A draft needs a person before it may be sent.',
  schema: reviewItemKeys.extend({
    reasons: z.array(z.string()),
    priority: reviewFacts.shape.priority,
    dueAt: instant,
    at: instant,
    /** Of the draft: nobody asked for it. */
    automatic: z.boolean().optional(),
  }),
});

export const reviewCompleted = defineEvent({
  type: 'review.completed',
  version: 1,
  description: 'A person decided on a draft.',
  schema: reviewItemKeys.extend({
    action: z.enum(['APPROVE', 'EDIT', 'REJECT', 'ESCALATE']),
    reasons: z.array(z.string()),
    decidedBy: z.string(),
    createdAt: instant,
    decidedAt: instant,
    labels: z.array(z.string()),
  }),
});
