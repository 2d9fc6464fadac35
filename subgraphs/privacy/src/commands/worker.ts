import { type Port, type Rpc, ServiceError } from '@customerai/service';

export interface Worker extends AsyncDisposable {
  /** Something may be due. */
  wake(): void;
  /** Resolves when nothing is due and nothing is being worked on. */
  settle(): Promise<void>;
}

/** How late another process goes on with what one has left behind, beyond the lease. */
const EVERY_MS = 5_000;
/** A service may have many records to go through. */
const TIMEOUT_MS = 60_000;
/** Nobody else works on a thing for so long; the process that does says again and again that it is there. */
const LEASE_MS = 2 * 60_000;

export const leaseFrom = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

/** Works on what is due, several things side by side; any number of processes may do so together. `work` and `prepare` hear when this process stops. */
export function startWorker<Item>(options: {
  lanes: number;
  /** Before things are looked for. */
  prepare(): Promise<void>;
  /** Takes one that is due, so that nobody else does. */
  take(): Promise<Item | undefined>;
  work(item: Item, signal: AbortSignal): Promise<void>;
  onError(error: unknown): void;
}): Worker {
  const stop = new AbortController();
  const lanes = new Set<Promise<void>>();
  let again = false;

  function wake(): void {
    again = true; // for a lane that has just found nothing
    if (stop.signal.aborted || lanes.size >= options.lanes) return;
    const lane: Promise<void> = workLane()
      .catch(options.onError)
      .finally(() => lanes.delete(lane));
    lanes.add(lane);
  }

  async function workLane(): Promise<void> {
    await options.prepare();
    while (again) {
      again = false;
      while (!stop.signal.aborted) {
        const item = await options.take();
        if (item === undefined) break;
        await options.work(item, stop.signal);
      }
    }
  }

  const timer = setInterval(wake, EVERY_MS);
  timer.unref();
  wake();
  return {
    wake,
    settle: async () => {
      wake();
      while (lanes.size > 0) await Promise.all(lanes);
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      clearInterval(timer);
      await Promise.all(lanes);
    },
  };
}

/** Asks a neighbour, and ends at once when this process stops, however long the other side takes. */
export function askUntil<Input, Output>(rpc: Rpc, signal: AbortSignal, port: Port<Input, Output>, input: Input): Promise<Output> {
  const stopped = Promise.withResolvers<never>();
  const end = () => stopped.reject(signal.reason);
  signal.addEventListener('abort', end, { once: true });
  const answer = rpc.call(port, input, { timeoutMs: TIMEOUT_MS, signal });
  return Promise.race([answer, stopped.promise]).finally(() => signal.removeEventListener('abort', end));
}

/** Why a step failed, for people. */
export const reasonOf = (error: unknown): string => (error instanceof ServiceError ? error.message : 'The service failed; its log says why.');
