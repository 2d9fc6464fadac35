import { decodeExact, decodePlain, type Doc } from '../bson/codec.ts';
import type { Collection, Row } from '../storage/collection.ts';
import type { Database } from '../storage/database.ts';
import { type MatchContext } from './filter.ts';
import { compileFilter } from './match.ts';
import { planQuery } from './plan.ts';
import { readPlan } from './scan.ts';
import { sortItems, type SortField } from './sort.ts';

export interface Query {
  /** In plain values. */
  filter: Doc;
  sort?: SortField[];
  skip?: number;
  /** 0 means no limit, as on the wire. */
  limit?: number;
  hint?: string | undefined;
  evaluate?: MatchContext['evaluate'];
}

/** A row with its decoded document. */
export interface Match extends Row {
  doc: Doc;
}

/** Counts rows looked at, for `explain`. */
export interface Tally {
  examined: number;
}

/** The matches of a query in order, read lazily unless they must be sorted first. The filter is compiled before the first row is asked for. */
export function execute(db: Database, collection: Collection | undefined, query: Query, tally?: Tally): Iterable<Match> {
  const context: MatchContext = { evaluate: query.evaluate };
  const matches = compileFilter(query.filter, context);
  const decode = context.needsExact ? decodeExact : decodePlain;
  if (!collection) return [];
  const { sort = [], skip = 0, limit = 0 } = query;
  const plan = planQuery(collection, query.filter, sort, query.hint);
  const wanted = limit > 0 ? skip + limit : Infinity;

  function* filtered(): Generator<Match> {
    for (const row of readPlan(db, collection!, plan, wanted === Infinity ? undefined : wanted)) {
      if (tally) tally.examined++;
      const doc = decode(row.bytes);
      if (matches(doc)) yield { rid: row.rid, bytes: row.bytes, doc };
    }
  }

  function* cut(): Generator<Match> {
    if (wanted === 0) return;
    let at = 0;
    for (const match of plan.sorted ? filtered() : sortItems(filtered(), sort, (item) => item.doc, wanted)) {
      if (at++ >= skip) yield match;
      if (at >= wanted) return;
    }
  }
  return cut();
}
