import { interactionNew } from '@customerai/events';
import { recordsFact } from './fact-handler.ts';

export const onInteractionNew = recordsFact('analytics-on-interaction', interactionNew, ({ tenant, time, data }) => ({
  kind: 'interactions',
  tenant,
  eventTime: time,
  interactionId: data.interactionId,
  customerId: data.customerId,
  channel: data.channel,
  language: data.language,
  receivedAt: data.receivedAt,
}));
