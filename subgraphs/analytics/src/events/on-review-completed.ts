import { reviewCompleted } from '@customerai/events';
import { recordsFact } from './fact-handler.ts';

export const onReviewCompleted = recordsFact('analytics-on-review-completed', reviewCompleted, ({ id, tenant, time, data }) => ({
  kind: 'reviewDecisions',
  tenant,
  eventTime: time,
  eventId: id,
  interactionId: data.interactionId,
  customerId: data.customerId,
  channel: data.channel,
  reviewItemId: data.reviewItemId,
  action: data.action,
  decidedBy: data.decidedBy,
  decidedAt: data.decidedAt,
}));
