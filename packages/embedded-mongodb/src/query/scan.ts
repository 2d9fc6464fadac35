import type { Bytes } from '../bson/codec.ts';
import { CommandError } from '../errors.ts';
import type { Collection, Row } from '../storage/collection.ts';
import type { Database } from '../storage/database.ts';
import type { KeyRange, Plan, Scan } from './plan.ts';

const SMALLEST_CHUNK = 16;
const LARGEST_CHUNK = 1024;

interface Raw {
  rid: number;
  key?: Bytes;
  doc: Bytes;
}

/**
 * Rows in chunks, each starting after the last row given out: no statement stays open between chunks, so a cursor may be read on while
 * others write. What was read ahead before a write is read again after it, so that no cursor shows what was gone long ago.
 */
function* chunks(db: Database, first: number, read: (last: Raw | undefined, count: number) => Raw[]): Generator<Row> {
  let last: Raw | undefined;
  for (let count = first; ; count = Math.min(count * 4, LARGEST_CHUNK)) {
    const { version } = db;
    const rows = read(last, count);
    let current = true;
    for (const row of rows) {
      last = row;
      yield { rid: row.rid, bytes: row.doc };
      if ((current = db.version === version) === false) break;
    }
    if (current && rows.length < count) return;
  }
}

function readCollection(db: Database, table: string, reverse: boolean, first: number): Generator<Row> {
  const sql = reverse
    ? `SELECT rid, doc FROM ${table} WHERE rid < ? ORDER BY rid DESC LIMIT ?`
    : `SELECT rid, doc FROM ${table} WHERE rid > ? ORDER BY rid LIMIT ?`;
  const start = reverse ? Number.MAX_SAFE_INTEGER : 0;
  return chunks(db, first, (last, count) => db.sql(sql).all(last?.rid ?? start, count) as unknown as Raw[]);
}

function readIds(db: Database, table: string, range: KeyRange, reverse: boolean, first: number): Generator<Row> {
  const sql = reverse
    ? `SELECT rid, k AS key, doc FROM ${table} WHERE k >= ? AND k < ? ORDER BY k DESC LIMIT ?`
    : `SELECT rid, k AS key, doc FROM ${table} WHERE k > ? AND k < ? ORDER BY k LIMIT ?`;
  // A key is at least two bytes, and its range starts at the key itself: "greater than" needs the first chunk to begin just below it.
  const from = `SELECT rid, k AS key, doc FROM ${table} WHERE k >= ? AND k < ? ORDER BY k LIMIT ?`;
  return chunks(db, first, (last, count) => {
    if (reverse) return db.sql(sql).all(range.low, last?.key ?? range.high, count) as unknown as Raw[];
    return db.sql(last ? sql : from).all(last?.key ?? range.low, range.high, count) as unknown as Raw[];
  });
}

function readIndex(db: Database, table: string, index: string, range: KeyRange, reverse: boolean, first: number): Generator<Row> {
  const columns = `SELECT i.rid AS rid, i.key AS key, c.doc AS doc FROM ${index} i CROSS JOIN ${table} c ON c.rid = i.rid`;
  const sql = reverse
    ? `${columns} WHERE i.key >= ? AND (i.key, i.rid) < (?, ?) ORDER BY i.key DESC, i.rid DESC LIMIT ?`
    : `${columns} WHERE i.key < ? AND (i.key, i.rid) > (?, ?) ORDER BY i.key, i.rid LIMIT ?`;
  return chunks(db, first, (last, count) =>
    reverse
      ? (db.sql(sql).all(range.low, last?.key ?? range.high, last?.rid ?? -1, count) as unknown as Raw[])
      : (db.sql(sql).all(range.high, last?.key ?? range.low, last?.rid ?? -1, count) as unknown as Raw[]),
  );
}

function* readScan(db: Database, collection: Collection, scan: Scan, first: number): Generator<Row> {
  if (scan.kind === 'collection') return yield* readCollection(db, collection.table, scan.reverse, first);
  for (const range of scan.ranges) {
    if (scan.index === '_id_') yield* readIds(db, collection.table, range, scan.reverse, first);
    else yield* readIndex(db, collection.table, scan.index.table, range, scan.reverse, first);
  }
}

/**
 * The rows of a plan, each once, unfiltered.
 * @param expected how many rows will likely be wanted; sizes the first read
 */
export function* readPlan(db: Database, collection: Collection, plan: Plan, expected = 101): Generator<Row> {
  const first = Math.max(SMALLEST_CHUNK, Math.min(LARGEST_CHUNK, expected));
  const seen = plan.repeats ? new Set<number>() : undefined;
  try {
    for (const scan of plan.scans) {
      for (const row of readScan(db, collection, scan, first)) {
        if (seen?.has(row.rid)) continue;
        seen?.add(row.rid);
        yield row;
      }
    }
  } catch (error) {
    if (error instanceof Error && /no such table/.test(error.message)) {
      throw new CommandError(237, `the collection or index that the query read (${collection.namespace}) was dropped`);
    }
    throw error;
  }
}
