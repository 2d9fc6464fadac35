import { responseWriting } from '@customerai/service';
import type { Deps } from '../context.ts';
import { piecesOf } from '../domain/pieces.ts';

/** Tells a draft's text, piece by piece, to whoever looks on. What it gives tells that the draft is done, and as what it was stored, if it was. */
export async function tellDraft(
  { rpc }: Pick<Deps, 'rpc'>,
  { tenant, interactionId, text }: { tenant: string; interactionId: string; text: string },
): Promise<(responseId: string | undefined) => Promise<void>> {
  let index = 0;
  const tell = (piece: string, more: { done: boolean; responseId?: string | undefined }) =>
    rpc.tell(responseWriting, [tenant, interactionId], { interactionId, index: index++, text: piece, ...more });
  for (const piece of piecesOf(text)) await tell(piece, { done: false });
  return (responseId) => tell('', { done: true, responseId });
}
