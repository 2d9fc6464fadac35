import { interactionNew } from '@customerai/events';
import { type EventHandler, onEvent } from '@customerai/service';
import { analyzeInteraction, type AnalyzeDeps } from '../commands/analyze-interaction.ts';

/** Analyses each new interaction once. Many at a time meet in common runs of the model, which gathers what its callers ask side by side. */
export const onInteractionNew: EventHandler<AnalyzeDeps> = onEvent(
  'sentiment-on-interaction',
  interactionNew,
  async (event, deps, { log, signal }) => {
    const { interactionId } = event.data;
    const stored = await analyzeInteraction(deps, event.tenant, interactionId, signal);
    if (!stored) log.info({ interactionId }, 'nothing to analyse: the interaction has its analysis, or is gone');
  },
);
