import type { DatabaseSync } from 'node:sqlite';
import { createProgress, type Progress } from '../delivery/progress.ts';

/** More intervals than this are not stored: those events are delivered again after a restart, which costs less than writing them each time. */
const STORED_INTERVALS = 1_000;

export interface Position {
  progress: Progress;
  deadLetters: number;
  tries: Map<number, number>;
}

export interface Positions {
  load(name: string): Position;
  save(name: string, position: Position): void;
  saveTries(name: string, sequence: number, tries: number): void;
  clearTries(name: string, sequence: number): void;
  /** The lowest position of all consumers this log has ever seen; undefined when there is none. */
  lowest(): { name: string; floor: number } | undefined;
}

/** Where each durable consumer stands. Everything but `load` and `lowest` runs inside the committer's transactions. */
export function createPositions(database: DatabaseSync): Positions {
  const select = database.prepare('SELECT floor, above, dead_letters FROM consumers WHERE name = ?');
  const upsert = database.prepare('INSERT OR REPLACE INTO consumers (name, floor, above, dead_letters) VALUES (?, ?, ?, ?)');
  const selectTries = database.prepare('SELECT sequence, tries FROM tries WHERE consumer = ?');
  const upsertTries = database.prepare('INSERT OR REPLACE INTO tries (consumer, sequence, tries) VALUES (?, ?, ?)');
  const deleteTries = database.prepare('DELETE FROM tries WHERE consumer = ? AND sequence = ?');
  const slowest = database.prepare('SELECT name, floor FROM consumers ORDER BY floor LIMIT 1');
  return {
    load(name) {
      const row = select.get(name);
      const rows = selectTries.all(name);
      return {
        progress: row ? createProgress(Number(row.floor), JSON.parse(String(row.above))) : createProgress(),
        deadLetters: Number(row?.dead_letters ?? 0),
        tries: new Map(rows.map(({ sequence, tries }) => [Number(sequence), Number(tries)])),
      };
    },
    save(name, { progress, deadLetters }) {
      upsert.run(name, progress.floor, JSON.stringify(progress.above(STORED_INTERVALS)), deadLetters);
    },
    saveTries: (name, sequence, tries) => void upsertTries.run(name, sequence, tries),
    clearTries: (name, sequence) => void deleteTries.run(name, sequence),
    lowest: () => slowest.get() as { name: string; floor: number } | undefined,
  };
}
