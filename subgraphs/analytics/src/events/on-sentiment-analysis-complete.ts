import { type CloudEvent, sentimentAnalysisComplete, sentimentAnalysisRevised } from '@customerai/events';
import type { AnalysisFact } from '../domain/facts.ts';
import { recordsFact } from './fact-handler.ts';

type Data = ReturnType<typeof sentimentAnalysisComplete.create>['data'];

const toFact = ({ tenant, time, data }: CloudEvent<Data>): AnalysisFact => ({
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
  emotions: data.emotions ?? [],
  aspects: data.aspects ?? [],
});

export const onSentimentAnalysisComplete = recordsFact('analytics-on-sentiment', sentimentAnalysisComplete, toFact);

/** The later of two analyses stays, whichever of their events comes first. */
export const onSentimentAnalysisRevised = recordsFact('analytics-on-sentiment-revised', sentimentAnalysisRevised, toFact);
