import { sentimentInteraction } from '@customerai/service';
import type { Deps } from '../context.ts';
import { type Sentiment, toneFor } from '../domain/tone.ts';
import { draftResponse } from './draft-response.ts';

/** The one automatic draft of an interaction: a second call for the same interaction writes nothing. An interaction that is gone needs none. */
export async function draftAutomatically(
  deps: Deps,
  { tenant, interactionId, sentiment, signal }: { tenant: string; interactionId: string; sentiment: Sentiment; signal?: AbortSignal },
): Promise<void> {
  const origin = `auto:${interactionId}`;
  if (await deps.responses.hasOrigin(tenant, origin)) return;
  const interaction = await deps.rpc.call(sentimentInteraction, { tenant, interactionId }, { signal });
  if (!interaction) return;
  await draftResponse(deps, { tenant, id: deps.newId(), origin, interaction, sentiment, tone: toneFor(sentiment), signal });
}
