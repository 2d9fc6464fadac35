import { badInput, conflict, notFound, notImplemented, sentimentInteraction } from '@customerai/service';
import type { Deps } from '../context.ts';
import type { GeneratedResponse } from '../domain/generated-response.ts';
import type { Tone } from '../domain/tone.ts';
import { draftResponse } from './draft-response.ts';

const MAX_INSTRUCTIONS = 2_000;

/** A draft that a person asked for. Throws NOT_FOUND, NOT_IMPLEMENTED (free instructions need a language model), SERVICE_UNAVAILABLE. */
export async function generateResponse(
  deps: Deps,
  tenant: string,
  { interactionId, tone, instructions }: { interactionId: string; tone?: Tone | null; instructions?: string | null },
): Promise<GeneratedResponse> {
  if ((instructions?.length ?? 0) > MAX_INSTRUCTIONS) throw badInput('instructions', `Instructions may have at most ${MAX_INSTRUCTIONS} characters.`);
  if (instructions?.trim()) throw notImplemented('Following free instructions (it takes a language model; leave them out and choose a tone)');
  const interaction = await deps.rpc.call(sentimentInteraction, { tenant, interactionId });
  if (!interaction) throw notFound('interaction', interactionId);
  const id = deps.newId();
  const response = await draftResponse(deps, {
    tenant,
    id,
    origin: `asked:${id}`,
    interaction,
    sentiment: interaction.sentiment,
    tone: tone ?? 'NEUTRAL',
  });
  if (!response) throw conflict('This draft exists already, or its customer was erased. Ask for it again.');
  return response;
}
