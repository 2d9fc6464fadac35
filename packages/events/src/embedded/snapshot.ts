import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { LogPositions } from '../bus.ts';
import { FILE_NAME, openDatabase } from './database.ts';

/** Pages copied before writers get their turn: about 1 MB, a few milliseconds. */
const PAGES = 256;

/**
 * Copies an open log while it is written to. SQLite mirrors later writes of the same connection into the copy, so it holds one moment: that of the
 * copy's end.
 */
export async function snapshotDatabase(database: DatabaseSync, file: string): Promise<LogPositions> {
  await backup(database, file, { rate: PAGES });
  return readLogPositions(file);
}

/** Copies the log of a directory that no process has open; undefined when there is none. Throws EventLogUnavailable when one has. */
export async function snapshotClosedLog(directory: string, file: string): Promise<LogPositions | undefined> {
  if (!existsSync(join(directory, FILE_NAME))) return undefined;
  const database = openDatabase(directory);
  try {
    return await snapshotDatabase(database, file);
  } finally {
    database.close();
  }
}

/** Reads where a copy of a log stands. Throws when the file is damaged or no log. */
export function readLogPositions(file: string): LogPositions {
  const database = new DatabaseSync(file);
  try {
    const [check] = database.prepare('PRAGMA quick_check(1)').all();
    if (check?.['quick_check'] !== 'ok') throw new Error(`The copy of the event log in ${file} is damaged: ${String(check?.['quick_check'])}`);
    const last = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'events'").get();
    const consumers = database.prepare('SELECT name, floor FROM consumers ORDER BY name').all();
    return {
      lastSequence: Number(last?.['seq'] ?? 0),
      consumers: consumers.map(({ name, floor }) => ({ name: String(name), position: Number(floor) })),
    };
  } finally {
    database.close();
  }
}
