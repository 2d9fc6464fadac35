import type { Logger } from '@customerai/service';
import { createPace } from '../pace.ts';

const PAUSE_MS = 1_000;

/** Keeps alert rules evaluated: when a tenant's facts have changed, and by a timer, because windows move on without any fact. */
export interface AlertWatch extends AsyncDisposable {
  /** At once, and then once a second at most, the last change included. */
  changed(tenant: string): void;
  /** Every rule now, instead of at the next tick. */
  evaluate(): Promise<void>;
  /** Resolves when every change told so far is evaluated. */
  settle(): Promise<void>;
}

/** `evaluate` gets a tenant, or none for all; evaluations run one after the other. One that fails is logged, and the next tries again. */
export function watchAlerts(options: { evaluate(tenant?: string): Promise<void>; everyMs: number; log: Logger }): AlertWatch {
  const { everyMs, log } = options;
  let last: Promise<void> = Promise.resolve();
  let closed = false;
  const run = (tenant?: string): Promise<void> => {
    last = last
      .then(() => (closed ? undefined : options.evaluate(tenant)))
      .catch((error: unknown) => log.error({ err: error as Error }, 'alert rules could not be evaluated; the next evaluation tries again'));
    return last;
  };
  const pace = createPace((tenant) => void run(tenant), PAUSE_MS);
  let ticking = false;
  const timer = setInterval(() => {
    if (ticking) return;
    ticking = true;
    void run().finally(() => (ticking = false));
  }, everyMs).unref();
  return {
    changed: (tenant) => pace.call(tenant),
    evaluate: () => run(),
    settle: async () => {
      pace.flush();
      await last;
    },
    [Symbol.asyncDispose]: async () => {
      closed = true;
      clearInterval(timer);
      pace[Symbol.dispose]();
      await last;
    },
  };
}
