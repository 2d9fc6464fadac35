import { decodePlain, type Doc } from '../bson/codec.ts';
import { execute } from '../query/execute.ts';
import { splitPath, valuesAt } from '../query/paths.ts';
import type { Catalog } from './catalog.ts';
import type { Database } from './database.ts';

/** Deletes the documents whose TTL index says that their time is over. Returns how many. */
export function deleteExpired(db: Database, catalog: Catalog, now: number): number {
  let deleted = 0;
  for (const collection of catalog.list()) {
    for (const { spec } of collection.indexes.values()) {
      if (spec.expireAfterSeconds === undefined) continue;
      const { path } = spec.fields[0]!;
      const before = new Date(now - spec.expireAfterSeconds * 1000);
      const filter: Doc = { $and: [{ [path]: { $lte: before } }, ...(spec.partialFilterExpression ? [spec.partialFilterExpression] : [])] };
      db.transaction(() => {
        const rows = [...execute(db, collection, { filter })];
        for (const row of rows) {
          // The earliest date of an array counts; one that is no date at all never expires.
          if (!valuesAt(decodePlain(row.bytes), splitPath(path), true).some((value) => value instanceof Date)) continue;
          collection.remove(row);
          deleted++;
        }
      });
    }
  }
  return deleted;
}
