import type { CloudEvent, EventBus, EventContract, LoggedEvent } from '@customerai/events';
import type { Logger } from '@customerai/service';
import { logTag } from './cursor.ts';
import { followLog } from './follow-log.ts';

const REMEMBERED = 4_096; // events of one type, about 1 kB each

/** The one live reader of an event type, for all tenants and subscribers. */
export interface Channel {
  /** Every event of the type up to here has been delivered. */
  readonly position: number;
  /** Tag of the log that positions are of. */
  readonly log: number;
  /** Resolves once nothing published later can be missed. Rejects when the log cannot be read. */
  readonly ready: Promise<void>;
  /** Events of a tenant between two positions (both included): from memory where it reaches, else from the log. */
  history(tenant: string, from: number, to: number, signal: AbortSignal): AsyncIterable<LoggedEvent> | Iterable<LoggedEvent>;
  close(): void;
}

/**
 * Opens the reader. `onEvent` gets each event once, also where the log holds copies of it. `onRollback`: the log lost its end, and counts on from that
 * position. `onBroken`: the log could not be read for `tries` tries.
 */
export function openChannel(options: {
  bus: EventBus;
  contract: EventContract<unknown>;
  tries: number;
  onEvent(logged: LoggedEvent): void;
  onRollback(position: number): void;
  onBroken(): void;
  log: Logger;
}): Channel {
  const { bus, contract, onEvent, onRollback, onBroken, log: report } = options;
  const stop = new AbortController();
  const ready = Promise.withResolvers<void>();
  ready.promise.catch(() => {});
  let position = -1;
  let log = 0;
  /** The newest events, all of those after `remembersFrom`. */
  let recent: LoggedEvent[] = [];
  let remembersFrom = 0;
  let ids = new Set<string>();

  async function where(): Promise<{ from: number }> {
    const extent = await bus.extent();
    const tag = logTag(extent.id);
    if (position < 0) remembersFrom = position = extent.last;
    else if (tag !== log) rollBack(extent.last); // another log: what is in it is all that we can give
    log = tag;
    return { from: position + 1 };
  }

  function rollBack(to: number): void {
    recent = [];
    remembersFrom = position = to;
    onRollback(to);
  }

  function receive({ sequence, event }: LoggedEvent): void {
    if (sequence <= position) rollBack(sequence - 1);
    position = sequence;
    if (ids.has(event.id)) return; // outboxes publish again what they cannot know to be stored
    const parsed = parse(sequence, event);
    if (!parsed) return;
    ids.add(event.id);
    recent.push(parsed);
    if (recent.length >= 2 * REMEMBERED) {
      recent = recent.slice(REMEMBERED);
      remembersFrom = recent[0]!.sequence - 1;
      ids = new Set(recent.map((logged) => logged.event.id));
    }
    onEvent(parsed);
  }

  function parse(sequence: number, event: CloudEvent): LoggedEvent | undefined {
    try {
      return { sequence, event: contract.parse(event) };
    } catch (error) {
      report.error({ err: error as Error, eventId: event.id, eventType: event.type }, 'an event breaks its contract and was left out');
      return undefined;
    }
  }

  async function* read(tenant: string, from: number, to: number, signal: AbortSignal): AsyncGenerator<LoggedEvent> {
    const seen = new Set<string>();
    for await (const { sequence, event } of await bus.tail({ types: [contract.type], tenant, from, to, signal })) {
      const parsed = seen.has(event.id) ? undefined : parse(sequence, event);
      seen.add(event.id);
      if (parsed) yield parsed;
    }
  }

  void followLog({
    bus,
    types: [contract.type],
    where,
    onOpen: ready.resolve,
    onEvent: receive,
    signal: stop.signal,
    tries: options.tries,
    log: report,
  }).then(() => {
    ready.reject(new Error('The event log cannot be read.'));
    if (!stop.signal.aborted) onBroken();
  });

  return {
    get position() {
      return position;
    },
    get log() {
      return log;
    },
    ready: ready.promise,
    history: (tenant, from, to, signal) => {
      if (from <= remembersFrom) return read(tenant, from, to, signal);
      return recent.filter(({ sequence, event }) => sequence >= from && sequence <= to && event.tenant === tenant);
    },
    close: () => stop.abort(),
  };
}
