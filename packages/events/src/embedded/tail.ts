import type { LoggedEvent, TailOptions } from '../bus.ts';
import { decodeEvent } from '../encode-event.ts';
import type { EventLog } from './event-log.ts';

const CHUNK = 256;

/**
 * A live reader. It holds a position and nothing else: a slow reader costs no memory, it merely reads later.
 * Ends (without an error) behind `to`, when its signal is aborted, when the bus closes, or on `return`.
 */
export function createTail(
  log: EventLog,
  { types, tenant, from, since, to = Number.POSITIVE_INFINITY, signal }: TailOptions,
  closing: AbortSignal,
): AsyncIterableIterator<LoggedEvent> {
  const wanted = new Set(types);
  const first = from ?? (since === undefined ? log.lastSequence + 1 : log.firstSince(since.getTime()));
  let position = Math.max(first, 1) - 1;
  let buffer: LoggedEvent[] = [];
  let wake = Promise.withResolvers<void>();
  let ended = false;

  const unsubscribe = log.onAppend(() => wake.resolve());
  function end(): void {
    if (ended) return;
    ended = true;
    unsubscribe();
    signal?.removeEventListener('abort', end);
    closing.removeEventListener('abort', end);
    wake.resolve();
  }
  signal?.addEventListener('abort', end);
  closing.addEventListener('abort', end);
  if (signal?.aborted || closing.aborted) end();

  function refill(): boolean {
    const events = log.read(position, CHUNK);
    position = events.at(-1)?.sequence ?? position;
    buffer = events
      .filter((event) => event.sequence <= to && wanted.has(event.type) && (tenant === undefined || event.tenant === tenant))
      .map(({ sequence, body }) => ({ sequence, event: decodeEvent(body) }));
    return events.length > 0;
  }

  async function* read(): AsyncGenerator<LoggedEvent, undefined> {
    while (!ended && position < to) {
      wake = Promise.withResolvers();
      if (refill()) {
        for (const event of buffer) {
          if (ended) return;
          yield event;
        }
        if (position >= to) break;
        // Reading far behind must leave the event loop its turns.
        await new Promise(setImmediate);
      } else {
        await wake.promise;
      }
    }
    end();
  }

  const events = read();
  return {
    next: () => events.next(),
    return() {
      // A generator that waits inside `next` would keep `return` waiting too.
      end();
      return events.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      end();
    },
  } as AsyncIterableIterator<LoggedEvent>;
}
