import type { ReviewDecisionInput } from '../../generated/graphql.ts';
import type { Fault } from '../../graphql/faults.ts';
import type { Row } from './queue-state.ts';

/** `undoable`: kept here, not sent. `sending`: under way. `waiting`: could not be sent yet, is tried again. */
export type PendingPhase = 'undoable' | 'sending' | 'waiting';

/** A decision, or putting the item off: both can be taken back for a while. */
export type Choice = ReviewDecisionInput | { action: 'SNOOZE'; until: string };

export interface Pending {
  row: Row;
  decision: Choice;
  phase: PendingPhase;
  /** When it is sent, in ms since 1970. */
  sendAt: number;
}

export interface DecisionPorts {
  /** Sends it; throws what the platform refuses. `closing`: the page is being left, nothing can be waited for. */
  send(pending: Pending, closing: boolean): Promise<void>;
  toFault(error: unknown): Fault;
  onSent(pending: Pending): void;
  /** The platform said no, for good: the item is back. */
  onRefused(pending: Pending, fault: Fault): void;
  now(): number;
}

export interface Decisions {
  /** Newest last; the same array until something changes. */
  list(): readonly Pending[];
  subscribe(listener: () => void): () => void;
  /** Keeps a decision for the time in which it can be taken back, then sends it. */
  add(row: Row, decision: Choice): void;
  /** Takes the newest one back that is not sent yet. */
  undo(): Pending | undefined;
  /** Takes one back because it cannot be, e.g. when somebody else holds the item. */
  drop(id: string): void;
  /** Sends everything now: the page is left, or the connection is back. */
  flush(closing?: boolean): void;
}

const RETRY_MS = 3_000;
const PASSES = new Set(['NETWORK_ERROR', 'SERVICE_UNAVAILABLE', 'UNAUTHENTICATED', 'RATE_LIMITED']);

/** Decisions between the key and the platform: undone within `windowMs`, sent after it, and sent again while the platform is away. */
export function createDecisions(windowMs: number, ports: DecisionPorts): Decisions {
  let pending: readonly Pending[] = [];
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const listeners = new Set<() => void>();
  const set = (next: readonly Pending[]) => {
    pending = next;
    for (const listener of listeners) listener();
  };
  const find = (id: string) => pending.find(({ row }) => row.id === id);
  const change = (id: string, changes: Partial<Pending>) => set(pending.map((each) => (each.row.id === id ? { ...each, ...changes } : each)));
  const drop = (id: string) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
    set(pending.filter(({ row }) => row.id !== id));
  };
  const later = (id: string, ms: number) => {
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => void send(id), ms),
    );
  };

  async function send(id: string, closing = false): Promise<void> {
    const found = find(id);
    if (!found || found.phase === 'sending') return;
    clearTimeout(timers.get(id));
    change(id, { phase: 'sending' });
    try {
      await ports.send(found, closing);
      drop(id);
      ports.onSent(found);
    } catch (error) {
      const fault = ports.toFault(error);
      if (PASSES.has(fault.code)) {
        change(id, { phase: 'waiting', sendAt: ports.now() + RETRY_MS });
        later(id, RETRY_MS);
        return;
      }
      drop(id);
      ports.onRefused(found, fault);
    }
  }

  return {
    list: () => pending,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (row, decision) => {
      drop(row.id);
      set([...pending, { row, decision, phase: 'undoable', sendAt: ports.now() + windowMs }]);
      later(row.id, windowMs);
    },
    undo: () => {
      const last = pending.findLast(({ phase }) => phase === 'undoable');
      if (last) drop(last.row.id);
      return last;
    },
    drop,
    flush: (closing = false) => {
      for (const { row, phase } of pending) if (closing || phase === 'waiting') void send(row.id, closing);
    },
  };
}
