import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync, type StatementSync } from 'node:sqlite';
import { FILE_NAME } from './file-name.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, db TEXT NOT NULL, name TEXT NOT NULL, options BLOB NOT NULL, uuid BLOB NOT NULL, UNIQUE (db, name));
  CREATE TABLE IF NOT EXISTS indexes (id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, spec BLOB NOT NULL, multikey TEXT NOT NULL);
`;
const FORMAT = 1;
/** Pages that a snapshot copies before commands get their turn: about 1 MB, a few milliseconds. */
const SNAPSHOT_PAGES = 256;
const SNAPSHOT_TRIES = 20;
/**
 * A copy's first step, on a thread of its own, may find a transaction under way: SQLite says SQLITE_BUSY and would take the step again, but Node gives up where
 * nothing was copied yet, with the code of a connection that has no error.
 */
const NO_ERROR = 0;

/** Start failed for a reason that the operator can mend. */
export class StorageError extends Error {}

function openFailure(file: string, error: unknown): StorageError {
  const message = error instanceof Error ? error.message : String(error);
  const wrap = (text: string) => new StorageError(text, { cause: error });
  if (/locked|busy/i.test(message)) {
    return wrap(`the database file ${file} is in use by another process: stop that process, or start with another directory`);
  }
  if (/not a database|malformed|corrupt/i.test(message)) {
    return wrap(`the database file ${file} is damaged or not ours (${message}): restore it from a backup, or move it away to start empty`);
  }
  if (/readonly|read-only|unable to open|permission/i.test(message)) {
    return wrap(
      `the database file ${file} cannot be written (${message}): give this user write permission for the directory, or start with another one`,
    );
  }
  return wrap(`the database file ${file} cannot be opened: ${message}`);
}

/** A SQLite connection that keeps its prepared statements. */
export class Database {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  /** Counts commits: whoever read ahead can tell that something changed. */
  version = 0;
  #altered = false;
  /** Called after a rollback that undid a change of the schema, for what memory holds of it. */
  onRollback: () => void = () => {};

  /** @param directory where the file lies; undefined keeps everything in memory */
  constructor(directory: string | undefined) {
    let file = ':memory:';
    if (directory !== undefined) {
      try {
        mkdirSync(directory, { recursive: true });
      } catch (error) {
        throw new StorageError(
          `the data directory ${directory} cannot be created (${(error as Error).message}): create it, or start with another one`,
          { cause: error },
        );
      }
      file = join(directory, FILE_NAME);
    }
    let db: DatabaseSync | undefined;
    try {
      db = new DatabaseSync(file);
      // Exclusive locking: one process owns the file, and WAL then needs no shared memory. NORMAL: a commit survives the death of the
      // process; a power cut may take the last moments, as with MongoDB's journal, unless the write asks for {j: true}.
      db.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000`);
      const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
      if (version > FORMAT)
        throw new StorageError(
          `the database file ${file} was written by a newer version (format ${version}): start that version, or another directory`,
        );
      db.exec(`BEGIN IMMEDIATE; ${SCHEMA} PRAGMA user_version = ${FORMAT}; COMMIT`);
      this.#db = db;
    } catch (error) {
      try {
        db?.close();
      } catch {
        /* the first failure is the one to tell */
      }
      throw error instanceof StorageError ? error : openFailure(file, error);
    }
  }

  /** The prepared statement of a text, prepared once. */
  sql(text: string): StatementSync {
    let statement = this.#statements.get(text);
    if (!statement) {
      if (this.#statements.size > 2000) this.#statements.clear();
      statement = this.#db.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }

  /** Statements that change the schema; prepared ones may go stale, so they are dropped. */
  alter(text: string): void {
    this.#altered = true;
    this.#statements.clear();
    this.#db.exec(text);
  }

  /**
   * Runs one command's writes as one transaction.
   * @param durable wait for the disk as well (`{j: true}`)
   */
  transaction<T>(work: () => T, durable = false): T {
    if (this.#db.isTransaction) return work();
    this.#altered = false;
    if (durable) this.#db.exec('PRAGMA synchronous = FULL');
    try {
      this.sql('BEGIN IMMEDIATE').run();
      try {
        const result = work();
        this.sql('COMMIT').run();
        this.version++;
        return result;
      } catch (error) {
        if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
        if (this.#altered) {
          this.#statements.clear();
          this.onRollback();
        }
        throw error;
      }
    } finally {
      if (durable) this.#db.exec('PRAGMA synchronous = NORMAL');
    }
  }

  /** Copies everything into the file of a new directory, as of the moment that the copy ends; commands go on meanwhile. */
  async snapshot(directory: string): Promise<void> {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const file = join(directory, FILE_NAME);
    for (let left = SNAPSHOT_TRIES; ; left--) {
      try {
        await backup(this.#db, file, { rate: SNAPSHOT_PAGES });
        return;
      } catch (error) {
        if (left === 1 || (error as { errcode?: number }).errcode !== NO_ERROR) throw error;
        rmSync(file, { force: true });
      }
    }
  }

  /** Moves the log into the file and closes it. */
  close(): void {
    this.#statements.clear();
    this.#db.close();
  }
}
