import { notFound } from '@customerai/service';
import type { Deps } from '../context.ts';
import { applyMove, type Move, type Step } from '../domain/moves.ts';
import type { ReviewItem } from '../domain/review-item.ts';
import { changedMeanwhile, refused } from '../errors.ts';
import { eventsOfSteps } from './review-events.ts';

/** A lost race is tried again upon what the winner left; more losses in a row than this are not chance. */
const TRIES = 8;

/** Makes a move on an item, in one write with its events. Throws NOT_FOUND, CONFLICT. */
export async function makeMove(deps: Deps, tenant: string, id: string, move: Move): Promise<ReviewItem> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = await deps.reviews.find(tenant, id);
    if (!before) throw notFound('review item', id);
    const outcome = applyMove(before, move, deps.clock(), deps.config.leaseMs);
    if ('refusal' in outcome) throw refused(outcome.refusal);
    const after = await storeOutcome(deps, before, outcome);
    if (after) return after;
  }
  throw changedMeanwhile();
}

/** Undefined when somebody else changed the item since `before` was read. */
export async function storeOutcome(
  deps: Deps,
  before: ReviewItem,
  { item, steps }: { item: ReviewItem; steps: Step[] },
): Promise<ReviewItem | undefined> {
  if (item === before) return before;
  const after = { ...item, version: before.version + 1 };
  return (await deps.reviews.update(before, after, eventsOfSteps(steps, deps.newId))) ? after : undefined;
}
