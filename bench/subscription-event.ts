import { type CloudEvent, sentimentAnalysisComplete } from '@customerai/events';
import { newId } from '@customerai/service';

/** A finished analysis of that id, as the sentiment service would tell it. */
export function benchEvent(analysisId: string): CloudEvent {
  const time = new Date();
  const at = time.toISOString();
  const shared = { interactionId: 'i', customerId: 'c', channel: 'CHAT' as const, language: 'en', receivedAt: at, analyzedAt: at };
  const data = { ...shared, analysisId, sentiment: { label: 'NEUTRAL' as const, score: 0, confidence: 1 }, model: { name: 'm', version: '1' } };
  return sentimentAnalysisComplete.create({ id: newId(), source: 'bench', tenant: 'bench', partitionkey: 'c', time, data });
}
