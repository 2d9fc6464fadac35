import { toPlain, type Doc } from '../bson/codec.ts';
import { encodeKey } from '../bson/keys.ts';
import { indexValues } from '../query/index-values.ts';
import { type Matcher } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import type { Database } from './database.ts';
import { duplicateKey } from './duplicate-key.ts';
import type { IndexSpec } from './index-spec.ts';

interface Entry {
  key: Buffer;
  values: unknown[];
}

/** An index: a table of (key, row) pairs whose keys compare bytewise in BSON's order. */
export class SecondaryIndex {
  readonly id: number;
  readonly spec: IndexSpec;
  /** Fields that have met an array, ever: their keys are per element, which the planner must know. */
  readonly multikey: boolean[];
  readonly #db: Database;
  readonly #namespace: string;
  readonly #steps: string[][];
  readonly #descending: boolean[];
  readonly #includes: Matcher | undefined;

  constructor(db: Database, namespace: string, id: number, spec: IndexSpec, multikey: string) {
    this.#db = db;
    this.#namespace = namespace;
    this.id = id;
    this.spec = spec;
    this.multikey = spec.fields.map((_, i) => multikey[i] === '1');
    this.#steps = spec.fields.map(({ steps }) => steps);
    this.#descending = spec.fields.map(({ descending }) => descending);
    if (spec.partialFilterExpression) this.#includes = compileFilter(toPlain(spec.partialFilterExpression) as Doc, {});
  }

  get table(): string {
    return `i_${this.id}`;
  }

  /** The keys of a document; none when the index leaves the document out. */
  #entries(doc: Doc): Map<string, Entry> {
    const entries = new Map<string, Entry>();
    if (this.#includes && !this.#includes(doc)) return entries;
    const { tuples, multikey } = indexValues(doc, this.#steps);
    if (this.spec.sparse && tuples.every((values) => values.every((value) => value === undefined))) return entries;
    for (const values of tuples) {
      const key = encodeKey(values, this.#descending);
      entries.set(tuples.length === 1 ? '' : key.toString('latin1'), { key, values });
    }
    multikey.forEach((met, i) => {
      if (!met || this.multikey[i]) return;
      this.multikey[i] = true;
      this.#db.sql('UPDATE indexes SET multikey = ? WHERE id = ?').run(this.multikey.map(Number).join(''), this.id);
    });
    return entries;
  }

  #put(row: number, entries: Iterable<Entry>): void {
    const { table, spec } = this;
    for (const { key, values } of entries) {
      if (spec.unique && this.#db.sql(`SELECT rid FROM ${table} WHERE key = ? LIMIT 1`).get(key))
        throw duplicateKey(this.#namespace, spec.name, spec.key, values);
    }
    for (const { key } of entries) this.#db.sql(`INSERT INTO ${table} (key, rid) VALUES (?, ?)`).run(key, row);
  }

  add(row: number, doc: Doc): void {
    this.#put(row, [...this.#entries(doc).values()]);
  }

  remove(row: number, doc: Doc): void {
    for (const { key } of this.#entries(doc).values()) this.#db.sql(`DELETE FROM ${this.table} WHERE key = ? AND rid = ?`).run(key, row);
  }

  /** Moves a row from the keys of one version to those of the next; unchanged keys are left alone. */
  move(row: number, before: Doc, after: Doc): void {
    const old = new Map([...this.#entries(before).values()].map((entry) => [entry.key.toString('latin1'), entry]));
    const added: Entry[] = [];
    for (const entry of this.#entries(after).values()) {
      if (!old.delete(entry.key.toString('latin1'))) added.push(entry);
    }
    for (const { key } of old.values()) this.#db.sql(`DELETE FROM ${this.table} WHERE key = ? AND rid = ?`).run(key, row);
    try {
      this.#put(row, added);
    } catch (error) {
      // The caller keeps the old version of the row, so its keys must stand again.
      for (const { key } of old.values()) this.#db.sql(`INSERT INTO ${this.table} (key, rid) VALUES (?, ?)`).run(key, row);
      throw error;
    }
  }
}
