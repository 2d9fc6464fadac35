import type { DatabaseSync } from 'node:sqlite';

/** Longest wait of a lazy write. A crash within it means that finished events are delivered again, which consumers bear anyway. */
const LAZY_MS = 100;
/** Bounds how long one transaction holds the event loop. */
const BATCH = 256;

export interface Write {
  run(): void;
  done?(): void;
  failed?(error: Error): void;
}

export interface Committer {
  /** Runs in the next transaction, together with all that was asked for in this turn of the event loop. */
  soon(write: Write): void;
  /** Runs with the next transaction, or alone after 100 ms. A write already waiting is not added twice. */
  lazily(write: Write): void;
  /** Writes what waits. */
  flush(): void;
}

/** Group commit: one transaction, so one sync to disk, for everything that arrives in the same turn. */
export function createCommitter(database: DatabaseSync): Committer {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  let urgent: Write[] = [];
  const lazy = new Set<Write>();
  let immediate: NodeJS.Immediate | undefined;
  let timer: NodeJS.Timeout | undefined;

  function transact(): void {
    clearTimeout(timer);
    timer = undefined;
    const writes = urgent.slice(0, BATCH);
    urgent = urgent.slice(BATCH);
    writes.push(...lazy);
    lazy.clear();
    if (writes.length === 0) return;
    try {
      begin.run();
      for (const write of writes) write.run();
      commit.run();
    } catch (error) {
      // A full disk, most likely. Nothing of the batch is stored, and each writer is told.
      if (database.isTransaction) database.exec('ROLLBACK');
      for (const write of writes) write.failed?.(error as Error);
      return;
    }
    for (const write of writes) write.done?.();
  }

  function turn(): void {
    immediate = undefined;
    transact();
    if (urgent.length > 0) immediate ??= setImmediate(turn);
  }

  return {
    soon(write) {
      urgent.push(write);
      immediate ??= setImmediate(turn);
    },
    lazily(write) {
      lazy.add(write);
      timer ??= setTimeout(transact, LAZY_MS);
    },
    flush() {
      do transact();
      while (urgent.length > 0);
    },
  };
}
