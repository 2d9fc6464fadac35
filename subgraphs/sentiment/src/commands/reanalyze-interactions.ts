import { sentimentAnalysisRevised } from '@customerai/events';
import { badInput, type Clock, type NewId, ServiceError, type TextReader } from '@customerai/service';
import { type Analysed, toKept } from '../domain/interaction.ts';
import { toVerdict } from '../domain/verdict.ts';
import type { InteractionStore } from '../store/interactions.ts';
import { analysisFacts } from './analysis-facts.ts';
import { readTexts } from './read-texts.ts';

interface ReanalyzeDeps {
  interactions: InteractionStore;
  reader: TextReader;
  clock: Clock;
  newId: NewId;
}

export interface ReanalysisPage {
  model: { name: string; version: string };
  reanalyzed: number;
  failed: { interaction: Analysed; error: string }[];
  cursor: string | null;
  done: boolean;
}

const MOST = 200;

/**
 * Analyses a page of those interactions that another model than this one analysed, in the order in which they were stored. An interaction keeps the id of its
 * analysis. The event is another one than that of a first analysis: projections take it over, nobody drafts or reviews again. What is done is no
 * longer among those to do, so that a run that breaks off goes on by beginning again. Throws BAD_USER_INPUT, and what the model service throws for a
 * version that is not deployed.
 */
export async function reanalyzeInteractions(
  deps: ReanalyzeDeps,
  tenant: string,
  { version, first, after }: { version: string; first: number; after?: string | null },
): Promise<ReanalysisPage> {
  if (!Number.isInteger(first) || first < 1 || first > MOST) throw badInput('first', `\`first\` must be between 1 and ${MOST}, not ${first}.`);
  const { name } = await deps.reader.model(version);
  const model = { name, version };
  const found = await deps.interactions.findAnalysedByOthers(tenant, model, { first, after: after ?? undefined });
  const answers = await readTexts(
    deps.reader,
    tenant,
    found.map(({ text }) => text),
    { version, priority: 'backfill' },
  );
  const page: ReanalysisPage = { model, reanalyzed: 0, failed: [], cursor: found.at(-1)?.id ?? after ?? null, done: found.length < first };
  await Promise.all(
    found.map(async (interaction, index) => {
      const said = answers[index]!;
      if (said instanceof ServiceError) return void page.failed.push({ interaction, error: said.message });
      const analysis = toKept(interaction.analysis.id, interaction.text, toVerdict(said, interaction.language, deps.clock()));
      const event = toEvent(deps.newId(), tenant, { ...interaction, analysis }, interaction.analysis.model);
      if (await deps.interactions.replaceAnalysis(tenant, interaction, analysis, event)) page.reanalyzed++;
    }),
  );
  return page;
}

function toEvent(id: string, tenant: string, interaction: Analysed, previousModel: { name: string; version: string }) {
  return sentimentAnalysisRevised.create({
    id,
    source: 'sentiment',
    tenant,
    partitionkey: interaction.customerId,
    time: interaction.analysis.analyzedAt,
    data: { ...analysisFacts(interaction), previousModel },
  });
}
