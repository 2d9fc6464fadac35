import type { EventBus, LoggedEvent } from '@customerai/events';
import type { Logger } from '@customerai/service';
import { setTimeout as wait } from 'node:timers/promises';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;

/**
 * Reads the log on for as long as the signal lets it, over failures of the log: after one, `where` says where to go on. Resolves when the signal is
 * aborted, or after `tries` failures in a row. `onOpen` is called whenever a reader is in place.
 */
export async function followLog(options: {
  bus: EventBus;
  types: readonly string[];
  where(): Promise<{ from: number } | { since: Date }>;
  onOpen(): void;
  onEvent(logged: LoggedEvent): void;
  signal: AbortSignal;
  tries: number;
  log: Logger;
}): Promise<void> {
  const { bus, types, where, onOpen, onEvent, signal, tries, log } = options;
  for (let failures = 0; !signal.aborted && failures < tries;) {
    try {
      const events = await bus.tail({ types, signal, ...(await where()) });
      onOpen();
      for await (const logged of events) {
        failures = 0;
        onEvent(logged);
      }
      if (signal.aborted) return;
      log.warn({ eventTypes: types }, 'the event log ended a reader, which begins again');
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ err: error as Error, eventTypes: types }, 'the event log cannot be read, trying again');
    }
    failures++;
    if (failures < tries) await wait(Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS), undefined, { signal }).catch(() => {});
  }
}
