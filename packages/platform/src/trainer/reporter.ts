import { ServiceError } from '@customerai/service/basics';
import { setTimeout as delay } from 'node:timers/promises';

export interface News {
  progress?: number;
  epoch?: number;
  metrics?: Record<string, number>;
}

export interface Reporter extends AsyncDisposable {
  tell(news: News): void;
}

/** News are gathered for so long: at most two reports a second, however much Python tells. */
const GATHER_MS = 500;
/** Without news, a sign of life: how late it is noticed that somebody wants the run stopped. */
const SIGN_MS = 2_000;

/** Reports news as they come, and signs of life between them. `onStop`: it is to be stopped, or is no longer ours. */
export function startReporter(options: {
  send(news: News): Promise<'GO_ON' | 'STOP'>;
  onStop(why: 'CANCELLED' | 'LOST'): void;
  onFault(error: Error): void;
}): Reporter {
  const { send, onStop, onFault } = options;
  const closed = new AbortController();
  let waiting: News | undefined;
  let told = Promise.withResolvers<void>();

  async function report(): Promise<boolean> {
    const news = waiting;
    waiting = undefined;
    try {
      if ((await send(news ?? {})) === 'STOP') onStop('CANCELLED');
      return true;
    } catch (error) {
      if (error instanceof ServiceError && (error.code === 'CONFLICT' || error.code === 'NOT_FOUND')) {
        onStop('LOST');
        return false;
      }
      waiting = join(news, waiting);
      onFault(error as Error);
      return true;
    }
  }

  async function work(): Promise<void> {
    for (;;) {
      const timer = new AbortController();
      if (!waiting) await Promise.race([told.promise, delay(SIGN_MS - GATHER_MS, undefined, { signal: timer.signal }).catch(() => {})]);
      timer.abort();
      told = Promise.withResolvers();
      if (closed.signal.aborted) return;
      if (!(await report())) return;
      await delay(GATHER_MS, undefined, { signal: closed.signal }).catch(() => {});
    }
  }
  const working = work();

  return {
    tell: (news) => {
      waiting = join(waiting, news);
      told.resolve();
    },
    [Symbol.asyncDispose]: async () => {
      closed.abort();
      told.resolve();
      await working;
      if (waiting) await send(waiting).catch(() => {}); // the last figures; whoever ends the run hears what is wrong
    },
  };
}

const join = (before: News | undefined, after: News | undefined): News | undefined => {
  if (!before || !after) return before ?? after;
  return { ...before, ...after, ...(before.metrics && after.metrics ? { metrics: { ...before.metrics, ...after.metrics } } : {}) };
};
