import { sentimentAnalysisComplete } from '@customerai/events';
import { type Clock, type NewId, ServiceError, type TextReader } from '@customerai/service';
import { type Analysed, toKept } from '../domain/interaction.ts';
import { toVerdict } from '../domain/verdict.ts';
import type { InteractionStore } from '../store/interactions.ts';
import { analysisFacts } from './analysis-facts.ts';
import { readTexts } from './read-texts.ts';

export interface AnalyzeDeps {
  interactions: InteractionStore;
  reader: TextReader;
  clock: Clock;
  newId: NewId;
}

/**
 * Analyses a stored interaction and announces it. A second call changes nothing: only `reanalyzeInteractions` replaces an analysis. Answers whether
 * this call stored one. Throws the model service's errors; the event is then tried again.
 */
export async function analyzeInteraction(deps: AnalyzeDeps, tenant: string, interactionId: string, signal?: AbortSignal): Promise<boolean> {
  const [interaction] = await deps.interactions.findMany(tenant, [interactionId]);
  if (!interaction || interaction.analysis) return false;
  const said = (await readTexts(deps.reader, tenant, [interaction.text], { signal }))[0]!;
  if (said instanceof ServiceError) throw said;
  const analysis = toKept(deps.newId(), interaction.text, toVerdict(said, interaction.language, deps.clock()));
  return deps.interactions.saveAnalysis(tenant, interactionId, analysis, toEvent(deps.newId(), tenant, { ...interaction, analysis }));
}

function toEvent(id: string, tenant: string, interaction: Analysed) {
  return sentimentAnalysisComplete.create({
    id,
    source: 'sentiment',
    tenant,
    partitionkey: interaction.customerId,
    time: interaction.analysis.analyzedAt,
    data: analysisFacts(interaction),
  });
}
