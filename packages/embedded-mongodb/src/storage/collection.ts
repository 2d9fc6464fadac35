import { decodePlain, MAX_DOCUMENT_BYTES, withIdFirst, type Bytes } from '../bson/codec.ts';
import { encodeKey, TAG, typeTag } from '../bson/keys.ts';
import { CommandError, badValue } from '../errors.ts';
import type { Database } from './database.ts';
import { duplicateKey } from './duplicate-key.ts';
import type { SecondaryIndex } from './secondary-index.ts';

/** A stored document: its row and its bytes. */
export interface Row {
  rid: number;
  bytes: Bytes;
}

function checkId(id: unknown): void {
  const tag = typeTag(id);
  if (tag === TAG.array) throw new CommandError(53, "The '_id' value cannot be of type array");
  if (tag === TAG.regex) throw new CommandError(53, "The '_id' value cannot be of type regex");
  if (tag === TAG.object && Object.keys(id as object).some((key) => key.startsWith('$'))) {
    throw new CommandError(52, "_id fields may not contain '$'-prefixed fields");
  }
}

function checkSize(bytes: Bytes): void {
  if (bytes.length > MAX_DOCUMENT_BYTES)
    throw new CommandError(10334, `object to insert too large: ${bytes.length} bytes, the limit is ${MAX_DOCUMENT_BYTES}`);
}

/** Documents as BSON bytes in insertion order, with an index on `_id` and the secondary ones kept in step. */
export class Collection {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  readonly uuid: Bytes;
  readonly indexes: Map<string, SecondaryIndex> = new Map();
  readonly #db: Database;

  constructor(database: Database, id: number, db: string, name: string, uuid: Bytes) {
    this.#db = database;
    this.id = id;
    this.db = db;
    this.name = name;
    this.uuid = uuid;
  }

  get table(): string {
    return `c_${this.id}`;
  }

  get namespace(): string {
    return `${this.db}.${this.name}`;
  }

  /** Stores a new document; one without `_id` gets an ObjectId. Nothing is changed when it throws. */
  insert(given: Bytes): Row {
    checkSize(given);
    const bytes = withIdFirst(given);
    const doc = decodePlain(bytes);
    checkId(doc['_id']);
    const { changes, lastInsertRowid } = this.#db
      .sql(`INSERT OR IGNORE INTO ${this.table} (k, doc) VALUES (?, ?)`)
      .run(encodeKey([doc['_id']]), bytes);
    if (changes === 0) throw duplicateKey(this.namespace, '_id_', { _id: 1 }, [doc['_id']]);
    const rid = Number(lastInsertRowid);
    this.#eachIndex(
      (index) => index.add(rid, doc),
      (index) => index.remove(rid, doc),
      () => this.#db.sql(`DELETE FROM ${this.table} WHERE rid = ?`).run(rid),
    );
    return { rid, bytes };
  }

  /** Replaces a stored document by another with the same `_id`. Nothing is changed when it throws. */
  replace(row: Row, bytes: Bytes): void {
    checkSize(bytes);
    if (this.indexes.size > 0) {
      const before = decodePlain(row.bytes);
      const after = decodePlain(bytes);
      this.#eachIndex(
        (index) => index.move(row.rid, before, after),
        (index) => index.move(row.rid, after, before),
      );
    }
    this.#db.sql(`UPDATE ${this.table} SET doc = ? WHERE rid = ?`).run(bytes, row.rid);
  }

  remove(row: Row): void {
    if (this.indexes.size > 0) {
      const doc = decodePlain(row.bytes);
      for (const index of this.indexes.values()) index.remove(row.rid, doc);
    }
    this.#db.sql(`DELETE FROM ${this.table} WHERE rid = ?`).run(row.rid);
  }

  /** Does something to every index, or, when one refuses, undoes it on those before. */
  #eachIndex(work: (index: SecondaryIndex) => void, undo: (index: SecondaryIndex) => void, last?: () => void): void {
    const done: SecondaryIndex[] = [];
    try {
      for (const index of this.indexes.values()) {
        work(index);
        done.push(index);
      }
    } catch (error) {
      for (const index of done) undo(index);
      last?.();
      throw error;
    }
  }

  count(): number {
    return Number((this.#db.sql(`SELECT COUNT(*) AS n FROM ${this.table}`).get() as { n: number }).n);
  }

  /** The row as it is now; undefined when it is gone. */
  read(rid: number): Row | undefined {
    const found = this.#db.sql(`SELECT doc FROM ${this.table} WHERE rid = ?`).get(rid) as { doc: Bytes } | undefined;
    return found && { rid, bytes: found.doc };
  }

  /** Bytes held by the documents, for statistics. */
  size(): number {
    return Number((this.#db.sql(`SELECT COALESCE(SUM(LENGTH(doc)), 0) AS n FROM ${this.table}`).get() as { n: number }).n);
  }
}

/** Refuses names that MongoDB refuses. */
export function checkNamespace(db: string, name: string): void {
  if (name === '' || name.includes('$') || name.includes('\0') || name.startsWith('.') || name.startsWith('system.'))
    throw new CommandError(73, `Invalid namespace specified '${db}.${name}'`);
  if (Buffer.byteLength(`${db}.${name}`) > 255) throw badValue('Fully qualified namespace is too long');
}
