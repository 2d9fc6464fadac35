import { asNumber, isDocument, type Doc } from '../bson/codec.ts';
import { compareValues } from '../bson/compare.ts';
import { badValue, notImplemented } from '../errors.ts';
import { indexValues } from './index-values.ts';
import { splitPath } from './paths.ts';

export interface SortField {
  path: string;
  steps: string[];
  descending: boolean;
}

/** Reads `{a: 1, 'b.c': -1}`. */
export function parseSort(spec: unknown): SortField[] {
  if (spec === undefined || spec === null) return [];
  if (!isDocument(spec)) throw badValue('sort must be a document');
  return Object.entries(spec).map(([path, direction]) => {
    if (isDocument(direction)) throw notImplemented(`sort by ${JSON.stringify(direction)}`);
    const number = asNumber(direction);
    if (number !== 1 && number !== -1) throw badValue('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    return { path, steps: splitPath(path), descending: number === -1 };
  });
}

/** The value that stands for a field: the least (or, descending, greatest) of those that an array reaches. */
export function sortValue(doc: unknown, field: SortField): unknown {
  const { tuples } = indexValues(doc, [field.steps]);
  let best = tuples[0]![0];
  for (let i = 1; i < tuples.length; i++) {
    const order = compareValues(tuples[i]![0], best);
    if (field.descending ? order > 0 : order < 0) best = tuples[i]![0];
  }
  return best;
}

/** Sort keys of a document, to be compared with `compareKeys`. */
export const sortKeys = (doc: unknown, fields: SortField[]): unknown[] => fields.map((field) => sortValue(doc, field));

export function compareKeys(a: unknown[], b: unknown[], fields: SortField[]): number {
  for (let i = 0; i < fields.length; i++) {
    const order = compareValues(a[i], b[i]);
    if (order) return fields[i]!.descending ? -order : order;
  }
  return 0;
}

/**
 * Sorts stably by `fields`; with a limit only the best are kept, in batches, so that a top-10 of many needs little memory.
 * @param read the document of an item
 */
export function sortItems<T>(items: Iterable<T>, fields: SortField[], read: (item: T) => unknown, limit = Infinity): T[] {
  let kept: { item: T; keys: unknown[]; at: number }[] = [];
  const order = (a: (typeof kept)[number], b: (typeof kept)[number]) => compareKeys(a.keys, b.keys, fields) || a.at - b.at;
  let at = 0;
  for (const item of items) {
    kept.push({ item, keys: sortKeys(read(item), fields), at: at++ });
    if (kept.length > limit * 2 + 1000) kept = kept.sort(order).slice(0, limit);
  }
  return kept
    .sort(order)
    .slice(0, limit)
    .map(({ item }) => item);
}

export const sortDocuments = (docs: Doc[], spec: unknown): Doc[] => sortItems(docs, parseSort(spec), (doc) => doc);
