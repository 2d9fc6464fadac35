import { sentimentAnalysisComplete } from '@customerai/events';
import type { Clock, NewId } from '@customerai/service';
import type { Interaction } from '../domain/interaction.ts';
import { normaliseText } from '../domain/normalise-text.ts';
import { toVerdict } from '../domain/verdict.ts';
import type { ModelClient } from '../model/model-client.ts';
import type { InteractionStore } from '../store/interactions.ts';

export interface AnalyzeDeps {
  interactions: InteractionStore;
  model: ModelClient;
  clock: Clock;
  newId: NewId;
}

/**
 * Analyses a stored interaction and announces it. An interaction has one analysis for good: a second call changes nothing. Answers whether this
 * call stored one. Throws the model service's errors; the event is then tried again.
 */
export async function analyzeInteraction(deps: AnalyzeDeps, tenant: string, interactionId: string, signal?: AbortSignal): Promise<boolean> {
  const [interaction] = await deps.interactions.findMany(tenant, [interactionId]);
  if (!interaction || interaction.analysis) return false;
  const { model, results } = await deps.model.classify([normaliseText(interaction.text)], signal);
  const analysis = { id: deps.newId(), ...toVerdict(results[0]!, interaction.language, model, deps.clock()) };
  return deps.interactions.saveAnalysis(tenant, interactionId, analysis, toEvent(deps.newId(), tenant, interaction, analysis));
}

function toEvent(id: string, tenant: string, interaction: Interaction, analysis: NonNullable<Interaction['analysis']>) {
  const { label, score, confidence, analyzedAt, model } = analysis;
  return sentimentAnalysisComplete.create({
    id,
    source: 'sentiment',
    tenant,
    partitionkey: interaction.customerId,
    time: analyzedAt,
    data: {
      analysisId: analysis.id,
      interactionId: interaction.id,
      customerId: interaction.customerId,
      channel: interaction.channel,
      language: interaction.language,
      receivedAt: interaction.receivedAt.toISOString(),
      analyzedAt: analyzedAt.toISOString(),
      sentiment: { label, score, confidence },
      model,
    },
  });
}
