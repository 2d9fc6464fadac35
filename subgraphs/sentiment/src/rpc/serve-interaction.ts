import { type Parts, sentimentInteraction } from '@customerai/service';
import { readInteraction } from '../commands/read-interaction.ts';
import type { Deps } from '../context.ts';

/** Answers `sentiment.interaction`. */
export function serveInteraction(parts: Parts, deps: Deps): Promise<AsyncDisposable> {
  return parts.rpc.serve(sentimentInteraction, ({ tenant, interactionId }) => readInteraction(deps, tenant, interactionId));
}
