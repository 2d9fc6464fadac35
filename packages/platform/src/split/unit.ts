import type { Child } from './child.ts';
import { restartDelay } from './backoff.ts';

/** A process that has lasted so long counts as well: its next crash starts over with the shortest wait. */
const LASTED_MS = 60_000;

export type UnitState = 'starting' | 'ready' | 'replacing' | 'restarting' | 'stopping' | 'stopped';

/** A part of the platform that is to run all the time, and whichever process is it just now. */
export interface Unit {
  readonly name: string;
  readonly state: UnitState;
  readonly url: string | undefined;
  readonly child: Child | undefined;
  /** How often it was started again after a crash. */
  readonly restarts: number;
  /** First start. Throws `NeverReady`. */
  start(): Promise<void>;
  /** A new process takes over without a gap. Throws `NeverReady`, and then the old one goes on. */
  replace(): Promise<void>;
  stop(limitMs: number): Promise<void>;
  kill(): void;
}

/** A process that ended, or ran out of time, before it was ready. */
export class NeverReady extends Error {
  override name = 'NeverReady';
}

export interface UnitOptions {
  name: string;
  launch(): Child;
  readyMs: number;
  drainMs: number;
  /** The old process must be gone before the new one may start: it holds a file that one process may have. Default false. */
  alone?: boolean;
  /** The process may be used from now on. */
  onReady(child: Child, url: string): Promise<void>;
  /** There is no process that may be used. Resolves when nothing of its work is under way. */
  onDown?(): Promise<void>;
  /** Before a replaced process is stopped. */
  onRetire?(child: Child): Promise<void>;
  report(level: 'info' | 'warn' | 'error', message: string): void;
}

export function createUnit(options: UnitOptions): Unit {
  const { name, launch, readyMs, drainMs, alone = false, onReady, onDown, onRetire, report } = options;
  const children = new Set<Child>();
  const closing = new AbortController();
  let state: UnitState = 'starting';
  let current: Child | undefined;
  let url: string | undefined;
  let restarts = 0;
  let failures = 0;
  /** Starts and replacements, one after the other. */
  let work: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(step: () => Promise<Value>): Promise<Value> => {
    const done = work.then(step);
    work = done.catch(() => {});
    return done;
  };

  async function bringUp(): Promise<[Child, string]> {
    if (closing.signal.aborted) throw new NeverReady(`${name} is being stopped.`);
    const child = launch();
    children.add(child);
    void child.exited.then(() => children.delete(child));
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill();
    }, readyMs);
    try {
      return [child, await child.ready];
    } catch {
      await child.exited;
      throw new NeverReady(late ? `${name} was not ready within ${readyMs / 1000} s` : `${name} ended with ${child.end} before it was ready`, {
        cause: child.lastLines(),
      });
    } finally {
      clearTimeout(timer);
    }
  }

  async function use([child, at]: [Child, string]): Promise<void> {
    current = child;
    url = at;
    await onReady(child, at);
    if (state !== 'stopping') state = 'ready';
    void child.exited.then(() => {
      if (child.stopping || closing.signal.aborted) return;
      if (current === child) void inTurn(() => recover(child));
    });
  }

  async function recover(fallen: Child): Promise<void> {
    if (current !== fallen || closing.signal.aborted) return;
    state = 'restarting';
    current = undefined;
    failures = Date.now() - fallen.startedAt.getTime() > LASTED_MS ? 0 : failures;
    let reason = `${name} ended with ${fallen.end}`;
    onDown?.().catch(() => {});
    while (!closing.signal.aborted) {
      const delay = restartDelay(failures++, Math.random());
      report('error', `${reason}; starting it again in ${delay} ms`);
      await pause(delay);
      if (closing.signal.aborted) return;
      restarts++;
      try {
        await use(await bringUp());
        return report('info', `${name} is ready again`);
      } catch (error) {
        reason = (error as Error).message;
      }
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      closing.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
    });
  }

  async function replaceAlone(): Promise<void> {
    const old = current;
    await onDown?.();
    await old?.stop(drainMs);
    current = undefined;
    try {
      await use(await bringUp());
    } catch (error) {
      // Nothing runs now, which is as after a crash.
      if (old) {
        current = old;
        void inTurn(() => recover(old));
      }
      throw error;
    }
  }

  async function replaceBeside(): Promise<void> {
    const old = current;
    await use(await bringUp());
    if (!old) return;
    await onRetire?.(old);
    await old.stop(drainMs);
  }

  return {
    name,
    get state() {
      return state;
    },
    get url() {
      return url;
    },
    get child() {
      return current;
    },
    get restarts() {
      return restarts;
    },
    start: () => inTurn(async () => use(await bringUp())),
    replace: () =>
      inTurn(async () => {
        if (state === 'ready') state = 'replacing';
        try {
          await (alone ? replaceAlone() : replaceBeside());
        } finally {
          if (state === 'replacing') state = current ? 'ready' : 'restarting';
        }
      }),
    stop: async (limitMs) => {
      state = 'stopping';
      closing.abort();
      await Promise.all([...children].map((child) => child.stop(limitMs)));
      state = 'stopped';
    },
    kill: () => {
      closing.abort();
      for (const child of children) child.kill();
    },
  };
}
