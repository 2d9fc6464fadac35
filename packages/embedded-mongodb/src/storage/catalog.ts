import { randomBytes } from 'node:crypto';
import { decodeExact, decodePlain, encode, type Bytes, type Doc } from '../bson/codec.ts';
import { compareValues } from '../bson/compare.ts';
import { CommandError } from '../errors.ts';
import { checkNamespace, Collection } from './collection.ts';
import type { Database } from './database.ts';
import { describeIndex, parseIndexSpec, type IndexSpec } from './index-spec.ts';
import { SecondaryIndex } from './secondary-index.ts';

const ID_INDEX: IndexSpec = {
  name: '_id_',
  key: { _id: 1 },
  fields: [{ path: '_id', steps: ['_id'], descending: false }],
  unique: true,
  sparse: false,
  partialFilterExpression: undefined,
  expireAfterSeconds: undefined,
};

/** All databases and collections of the file. */
export class Catalog {
  readonly #db: Database;
  readonly #collections = new Map<string, Collection>();

  constructor(db: Database) {
    this.#db = db;
    this.#load();
    db.onRollback = () => this.#load();
  }

  #load(): void {
    this.#collections.clear();
    const byId = new Map<number, Collection>();
    for (const row of this.#db.sql('SELECT id, db, name, uuid FROM collections ORDER BY id').all() as {
      id: number;
      db: string;
      name: string;
      uuid: Bytes;
    }[]) {
      const collection = new Collection(this.#db, row.id, row.db, row.name, row.uuid);
      byId.set(row.id, collection);
      this.#collections.set(collection.namespace, collection);
    }
    for (const row of this.#db.sql('SELECT id, collection, spec, multikey FROM indexes ORDER BY id').all() as {
      id: number;
      collection: number;
      spec: Bytes;
      multikey: string;
    }[]) {
      const collection = byId.get(row.collection)!;
      const spec = parseIndexSpec(decodeExact(row.spec));
      collection.indexes.set(spec.name, new SecondaryIndex(this.#db, collection.namespace, row.id, spec, row.multikey));
    }
  }

  find(db: string, name: string): Collection | undefined {
    return this.#collections.get(`${db}.${name}`);
  }

  list(db?: string): Collection[] {
    return [...this.#collections.values()].filter((collection) => db === undefined || collection.db === db);
  }

  /** The collection, made when missing, as a first insert does. */
  ensure(db: string, name: string): Collection {
    return this.find(db, name) ?? this.create(db, name);
  }

  create(db: string, name: string): Collection {
    checkNamespace(db, name);
    if (this.find(db, name)) throw new CommandError(48, `Collection ${db}.${name} already exists.`);
    return this.#db.transaction(() => {
      const uuid = randomBytes(16);
      const { lastInsertRowid } = this.#db
        .sql('INSERT INTO collections (db, name, options, uuid) VALUES (?, ?, ?, ?)')
        .run(db, name, encode({}), uuid);
      const collection = new Collection(this.#db, Number(lastInsertRowid), db, name, uuid);
      this.#db.alter(`CREATE TABLE ${collection.table} (rid INTEGER PRIMARY KEY AUTOINCREMENT, k BLOB NOT NULL UNIQUE, doc BLOB NOT NULL)`);
      this.#collections.set(collection.namespace, collection);
      return collection;
    });
  }

  drop(collection: Collection): void {
    this.#db.transaction(() => {
      for (const index of collection.indexes.values()) this.#dropIndexTable(index);
      this.#db.sql('DELETE FROM collections WHERE id = ?').run(collection.id);
      this.#db.alter(`DROP TABLE ${collection.table}`);
      this.#collections.delete(collection.namespace);
    });
  }

  rename(collection: Collection, db: string, name: string, dropTarget: boolean): void {
    checkNamespace(db, name);
    const target = this.find(db, name);
    if (target && !dropTarget) throw new CommandError(48, 'target namespace exists');
    this.#db.transaction(() => {
      if (target) this.drop(target);
      this.#db.sql('UPDATE collections SET db = ?, name = ? WHERE id = ?').run(db, name, collection.id);
      this.#load();
    });
  }

  /** Adds an index and fills it. False when the same one exists already. */
  createIndex(collection: Collection, given: Doc): boolean {
    const spec = parseIndexSpec(given);
    if (spec.fields.length === 1 && spec.fields[0]!.path === '_id') return false;
    const existing = this.#conflicting(collection, spec);
    if (existing) return false;
    this.#db.transaction(() => {
      const { lastInsertRowid } = this.#db
        .sql('INSERT INTO indexes (collection, spec, multikey) VALUES (?, ?, ?)')
        .run(collection.id, encode(describeIndex(spec)), '');
      const index = new SecondaryIndex(this.#db, collection.namespace, Number(lastInsertRowid), spec, '');
      this.#db.alter(`CREATE TABLE ${index.table} (key BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (key, rid)) WITHOUT ROWID`);
      for (let last = 0; ;) {
        const rows = this.#db.sql(`SELECT rid, doc FROM ${collection.table} WHERE rid > ? ORDER BY rid LIMIT 1000`).all(last) as {
          rid: number;
          doc: Bytes;
        }[];
        if (rows.length === 0) break;
        for (const row of rows) index.add(row.rid, decodePlain(row.doc));
        last = rows.at(-1)!.rid;
      }
      collection.indexes.set(spec.name, index);
    });
    return true;
  }

  #conflicting(collection: Collection, spec: IndexSpec): boolean {
    for (const { spec: other } of collection.indexes.values()) {
      const sameKey = compareValues(other.key, spec.key) === 0;
      if (!sameKey && other.name !== spec.name) continue;
      const same = sameKey && compareValues(describeIndex({ ...other, name: '' }), describeIndex({ ...spec, name: '' })) === 0;
      if (same && other.name === spec.name) return true;
      if (sameKey && other.name !== spec.name) {
        // The same fields under another name are another index only when they select other documents.
        if (
          compareValues(other.partialFilterExpression ?? null, spec.partialFilterExpression ?? null) !== 0 ||
          other.sparse !== spec.sparse ||
          other.unique !== spec.unique
        )
          continue;
        throw new CommandError(85, `Index already exists with a different name: ${other.name}`);
      }
      throw new CommandError(86, `An existing index has the same name as the requested index (${spec.name}) but differs in key or options`);
    }
    return false;
  }

  dropIndex(collection: Collection, index: SecondaryIndex): void {
    this.#db.transaction(() => {
      this.#dropIndexTable(index);
      collection.indexes.delete(index.spec.name);
    });
  }

  #dropIndexTable(index: SecondaryIndex): void {
    this.#db.sql('DELETE FROM indexes WHERE id = ?').run(index.id);
    this.#db.alter(`DROP TABLE ${index.table}`);
  }

  /** Specifications as `listIndexes` shows them, `_id_` first. */
  describeIndexes(collection: Collection): Doc[] {
    return [ID_INDEX, ...[...collection.indexes.values()].map(({ spec }) => spec)].map(describeIndex);
  }
}
