import { reviewItemChanged } from '@customerai/events';
import { recordsFact } from './fact-handler.ts';

export const onReviewItemChanged = recordsFact('analytics-on-review-change', reviewItemChanged, ({ id, tenant, time, data }) => ({
  kind: 'reviewChanges',
  tenant,
  eventTime: time,
  eventId: id,
  reviewItemId: data.reviewItemId,
  interactionId: data.interactionId,
  customerId: data.customerId,
  status: data.after.status,
  dueAt: data.after.dueAt,
  changedAt: data.at,
}));
