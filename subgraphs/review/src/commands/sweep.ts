import { ServiceError } from '@customerai/service';
import type { Deps } from '../context.ts';
import type { Move } from '../domain/moves.ts';
import type { ReviewItem } from '../domain/review-item.ts';
import { makeMove } from './make-move.ts';

const BATCH = 100;

/** Gives back what is held by leases that ran out, wakes what was put off until now, and tells of items that became overdue. Any number of replicas may sweep at once. */
export async function sweep(deps: Deps): Promise<void> {
  await sweepAll(deps, { kind: 'expire' }, () => deps.reviews.findExpired(deps.clock(), BATCH));
  await sweepAll(deps, { kind: 'wake' }, () => deps.reviews.findWaking(deps.clock(), BATCH));
  await sweepAll(deps, { kind: 'tellOverdue' }, () => deps.reviews.findNewlyOverdue(deps.clock(), BATCH));
}

async function sweepAll(deps: Deps, move: Move, find: () => Promise<ReviewItem[]>): Promise<void> {
  for (let found = await find(); found.length > 0; found = found.length < BATCH ? [] : await find()) {
    for (const { tenant, id } of found) {
      try {
        await makeMove(deps, tenant, id, move);
      } catch (error) {
        // Decided or taken in the meantime: nothing is left to do.
        if (!(error instanceof ServiceError && error.code === 'CONFLICT')) throw error;
      }
    }
  }
}

/** Sweeps every `everyMs`, one sweep at a time; a sweep that fails is logged and tried again. */
export function startSweeper(deps: Deps, everyMs: number): AsyncDisposable {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= sweep(deps)
      .catch((error: unknown) => deps.log.error({ err: error }, 'the sweep of the review queue failed; the next one tries again'))
      .finally(() => (running = undefined));
  }, everyMs);
  timer.unref();
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
