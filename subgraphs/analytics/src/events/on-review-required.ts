import { reviewRequired } from '@customerai/events';
import { recordsFact } from './fact-handler.ts';

export const onReviewRequired = recordsFact('analytics-on-review-required', reviewRequired, ({ tenant, time, data }) => ({
  kind: 'reviews',
  tenant,
  eventTime: time,
  interactionId: data.interactionId,
  customerId: data.customerId,
  channel: data.channel,
  reviewItemId: data.reviewItemId,
  responseId: data.responseId,
  reasons: data.reasons,
  openedAt: data.at,
}));
