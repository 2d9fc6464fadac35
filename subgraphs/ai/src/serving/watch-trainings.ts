import type { Logger } from '@customerai/service';
import { loseTrainings } from '../commands/take-training.ts';
import type { TrainingDeps } from '../commands/change-training.ts';

/** How late a trainer that went away is noticed, beyond the lease. */
const EVERY_MS = 5_000;

/** Notices trainers that went away, also where no other comes for work. */
export function watchTrainings(deps: TrainingDeps, log: Logger): AsyncDisposable {
  let running: Promise<void> | undefined;
  const look = () =>
    (running ??= loseTrainings(deps)
      .catch((error: unknown) => log.error({ err: error }, 'training runs could not be looked through; the next round tries again'))
      .finally(() => (running = undefined)));
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
