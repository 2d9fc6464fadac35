import { sentimentAnalysisComplete } from '@customerai/events';
import { recordsFact } from './fact-handler.ts';

export const onSentimentAnalysisComplete = recordsFact('analytics-on-sentiment', sentimentAnalysisComplete, ({ tenant, time, data }) => ({
  kind: 'analyses',
  tenant,
  eventTime: time,
  interactionId: data.interactionId,
  customerId: data.customerId,
  channel: data.channel,
  receivedAt: data.receivedAt,
  analyzedAt: data.analyzedAt,
  label: data.sentiment.label,
  score: data.sentiment.score,
  model: `${data.model.name}@${data.model.version}`,
}));
