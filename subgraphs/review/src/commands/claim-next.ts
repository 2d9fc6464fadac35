import type { KnownViewer } from '@customerai/service';
import type { Deps } from '../context.ts';
import { applyMove } from '../domain/moves.ts';
import type { ReviewItem } from '../domain/review-item.ts';
import type { ItemFilter } from '../store/query.ts';
import { storeOutcome } from './make-move.ts';
import { mayAssign } from './reviewer.ts';

/** Candidates read at once: enough that the losers of a race between replicas find another without asking again. */
const CANDIDATES = 8;
const ROUNDS = 16;

/**
 * Takes the most urgent item that this person may have; undefined when there is none. The item and what the world hears of it are one write
 * upon the version that was read, so two people can never get the same one; the loser goes on to the next.
 */
export function claimNext(deps: Deps, viewer: KnownViewer, filter: ItemFilter): Promise<ReviewItem | undefined> {
  const claimant = { by: viewer.id, mayAssign: mayAssign(viewer) };
  // One after the other within this process: reviewers who ask at the same moment need not race each other for the same first item.
  return deps.lanes.run(viewer.tenant, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const now = deps.clock();
      const candidates = await deps.reviews.findClaimable(viewer.tenant, filter, claimant, now, CANDIDATES);
      if (candidates.length === 0) return undefined;
      for (const candidate of candidates) {
        const outcome = applyMove(candidate, { kind: 'claim', ...claimant }, now, deps.config.leaseMs);
        const taken = 'refusal' in outcome ? undefined : await storeOutcome(deps, candidate, outcome);
        if (taken) return taken;
      }
    }
    return undefined;
  });
}
