import type { LoggedEvent } from '@customerai/events';
import type { EventHandler, Parts } from '@customerai/service';
import type { Deps } from '../context.ts';

/** Events whose facts may wait for their disk write at a time. */
const AT_ONCE = 500;

/**
 * Fills a new warehouse, in the background, with what the event log still keeps: its consumers may have finished those events long ago, for a
 * file that is lost. Facts that come twice change nothing. Broken off by a restart, it begins again.
 */
export async function fillFromLog(
  handlers: readonly EventHandler<Deps>[],
  deps: Deps,
  { bus, log }: Pick<Parts, 'bus' | 'log'>,
): Promise<AsyncDisposable> {
  const stop = new AbortController();
  const { lastSequence } = await bus.status();
  if (lastSequence === 0) await deps.warehouse.markFilled();
  if (await deps.warehouse.isFilled()) return { [Symbol.asyncDispose]: async () => {} };

  const byType = new Map(handlers.flatMap((handler) => handler.contracts.map((contract) => [contract.type, { handler, contract }] as const)));
  const record = async ({ sequence, event }: LoggedEvent) => {
    const { handler, contract } = byType.get(event.type)!;
    await handler.handle(contract.parse(event), deps, { sequence, attempt: 1, signal: stop.signal, log });
  };

  async function fill(): Promise<void> {
    let waiting: Promise<void>[] = [];
    let skipped = 0;
    const wait = async () => {
      await Promise.all(waiting);
      waiting = [];
    };
    // Reads on past the end of the log as it was: the next event of these types tells that all before it have been seen.
    for await (const logged of await bus.tail({ types: [...byType.keys()], from: 1, signal: stop.signal })) {
      waiting.push(record(logged).catch(() => void skipped++));
      if (logged.sequence >= lastSequence) break;
      if (waiting.length >= AT_ONCE) await wait();
    }
    await wait();
    if (stop.signal.aborted) return;
    await deps.warehouse.markFilled();
    log.info({ through: lastSequence, skipped }, 'the new warehouse has what the event log keeps');
  }
  const filling = fill().catch((error: Error) => {
    if (!stop.signal.aborted) log.error({ err: error }, 'the new warehouse could not be filled from the event log; a restart tries again');
  });
  return {
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await filling;
    },
  };
}
