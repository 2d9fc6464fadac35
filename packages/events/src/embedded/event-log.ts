import type { DatabaseSync } from 'node:sqlite';
import type { CloudEvent } from '../cloud-event.ts';
import { encodeEvent } from '../encode-event.ts';
import type { Committer } from './committer.ts';

/** The newest events are kept in memory: live consumers and tails read from here and never touch the file. */
const RECENT = 4_096;

export interface StoredEvent {
  sequence: number;
  type: string;
  tenant: string;
  partitionkey: string;
  body: string;
}

export interface EventLog {
  readonly lastSequence: number;
  /** Sequence of the oldest event that is still there; `lastSequence` + 1 when there is none. */
  firstSequence(): number;
  /** Sequence of the first event stored at that time (ms since 1970) or later; `lastSequence` + 1 when there is none. */
  firstSince(time: number): number;
  append(event: CloudEvent): Promise<{ sequence: number; duplicate: boolean }>;
  /** Events after a sequence, in order. */
  read(after: number, limit: number): StoredEvent[];
  /** Throws a RangeError when the event is not in the log. */
  get(sequence: number): StoredEvent;
  /** The id of the event at a sequence; undefined when there is none, or none any more. */
  idAt(sequence: number): string | undefined;
  /** How many events after a sequence have one of the types. */
  count(after: number, types: readonly string[]): number;
  /** Called after each commit that added events. Returns what ends it. */
  onAppend(listener: () => void): () => void;
}

export function createEventLog(database: DatabaseSync, committer: Committer, now: () => Date): EventLog {
  const columns = 'sequence, type, tenant, partitionkey, body';
  const insert = database.prepare('INSERT INTO events (id, type, tenant, partitionkey, stored_at, body) VALUES (?, ?, ?, ?, ?, ?)');
  const byId = database.prepare('SELECT sequence FROM events WHERE id = ?');
  const bySequence = database.prepare(`SELECT ${columns} FROM events WHERE sequence = ?`);
  const idBySequence = database.prepare('SELECT id FROM events WHERE sequence = ?');
  const after = database.prepare(`SELECT ${columns} FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?`);
  const counted = database.prepare('SELECT count(*) AS count FROM events WHERE sequence > ? AND type IN (SELECT value FROM json_each(?))');
  const last = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'events'").get();
  const oldest = database.prepare('SELECT sequence FROM events ORDER BY sequence LIMIT 1');
  const storedFrom = database.prepare('SELECT sequence, stored_at FROM events WHERE sequence >= ? ORDER BY sequence LIMIT 1');
  const listeners = new Set<() => void>();
  let lastSequence = Number(last?.seq ?? 0);
  let recent: StoredEvent[] = [];

  function remember(event: StoredEvent): void {
    lastSequence = event.sequence;
    recent.push(event);
    if (recent.length >= RECENT * 2) recent = recent.slice(RECENT);
  }

  function notify(): void {
    for (const listener of listeners) listener();
  }

  const firstSequence = () => Number(oldest.get()?.sequence ?? lastSequence + 1);

  return {
    get lastSequence() {
      return lastSequence;
    },
    firstSequence,
    // Halving: events are appended in order of time, and a scan would read a million rows to find five minutes.
    firstSince(time) {
      let low = firstSequence();
      let high = lastSequence + 1;
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        const found = storedFrom.get(middle);
        if (found && Number(found.stored_at) < time) low = Number(found.sequence) + 1;
        else high = middle;
      }
      return low;
    },
    // Async, so that a broken event rejects instead of throwing.
    async append(event) {
      const body = encodeEvent(event);
      const { id, type, tenant, partitionkey } = event;
      const { promise, resolve, reject } = Promise.withResolvers<{ sequence: number; duplicate: boolean }>();
      let sequence = 0;
      let duplicate = false;
      committer.soon({
        run() {
          // Looked up first: an insert that ON CONFLICT refuses would use up a sequence and leave a hole.
          const known = byId.get(id);
          duplicate = known !== undefined;
          sequence = Number(known?.sequence ?? insert.run(id, type, tenant, partitionkey, now().getTime(), body).lastInsertRowid);
        },
        done() {
          if (!duplicate) remember({ sequence, type, tenant, partitionkey, body });
          resolve({ sequence, duplicate });
          // Runs after all of this commit were remembered: one wake-up for a batch.
          if (!duplicate) queueMicrotask(notify);
        },
        failed: reject,
      });
      return promise;
    },
    read(position, limit) {
      const inMemory = recent[0]?.sequence ?? lastSequence + 1;
      // No insert leaves a hole (a rollback restores SQLite's counter too), so memory is contiguous.
      if (position + 1 >= inMemory) return recent.slice(position + 1 - inMemory, position + 1 - inMemory + limit);
      return after.all(position, limit) as unknown as StoredEvent[];
    },
    get(sequence) {
      const inMemory = recent[0]?.sequence ?? lastSequence + 1;
      const event = sequence >= inMemory ? recent[sequence - inMemory] : (bySequence.get(sequence) as unknown as StoredEvent);
      if (!event) throw new RangeError(`Event ${sequence} is not in the log.`);
      return event;
    },
    idAt: (sequence) => idBySequence.get(sequence)?.['id'] as string | undefined,
    count: (position, types) => Number(counted.get(position, JSON.stringify(types))!.count),
    onAppend(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
