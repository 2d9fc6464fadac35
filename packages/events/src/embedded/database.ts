import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The one file of a log's directory; SQLite's `-wal` lies beside it while the log is open. */
export const FILE_NAME = 'events.sqlite';

/** The log's directory is in use, or not writable. */
export class EventLogUnavailable extends Error {
  override name = 'EventLogUnavailable';
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS events (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    tenant TEXT NOT NULL,
    partitionkey TEXT NOT NULL,
    stored_at INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS consumers (
    name TEXT PRIMARY KEY,
    floor INTEGER NOT NULL,
    above TEXT NOT NULL,
    dead_letters INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tries (
    consumer TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    PRIMARY KEY (consumer, sequence)
  ) STRICT, WITHOUT ROWID;
`;

export const identityOf = (database: DatabaseSync): number => Number(database.prepare('PRAGMA user_version').get()!['user_version']);

/**
 * Opens `<directory>/events.sqlite`, or a log in memory. One process owns a log: consumers are woken in-process, so a second process
 * would neither hear of new events nor share positions. The exclusive lock says so at once, and falls with the process, even a killed one.
 */
export function openDatabase(directory?: string): DatabaseSync {
  try {
    if (directory) mkdirSync(directory, { recursive: true });
    const database = new DatabaseSync(directory ? join(directory, FILE_NAME) : ':memory:');
    try {
      // FULL: a publish resolves when the event survives a power cut, not only the end of the process.
      database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
      database.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
      // A new log takes a random identity (SQLite keeps a 31-bit number for its user), so that a cursor of an older log is told from one of this.
      if (identityOf(database) === 0) database.exec(`PRAGMA user_version = ${randomInt(1, 2 ** 31 - 1)}`);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (cause) {
    const locked = /locked|busy/.test(String(cause));
    throw new EventLogUnavailable(
      locked
        ? `The event log in ${directory} is in use by another process. Stop it, give this one its own directory, or share a NATS server (nats://...).`
        : `The event log in ${directory} cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
