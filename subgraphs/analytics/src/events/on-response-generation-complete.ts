import { responseGenerationComplete } from '@customerai/events';
import { recordsFact } from './fact-handler.ts';

export const onResponseGenerationComplete = recordsFact('analytics-on-response', responseGenerationComplete, ({ tenant, time, data }) => ({
  kind: 'responses',
  tenant,
  eventTime: time,
  interactionId: data.interactionId,
  customerId: data.customerId,
  channel: data.channel,
  responseId: data.responseId,
  generatedAt: data.generatedAt,
  status: data.status,
}));
