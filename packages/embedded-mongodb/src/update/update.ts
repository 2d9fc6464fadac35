import { ObjectId } from 'bson';
import { decodeExact, encode, isDocument, toPlain, withIdFirst, type Bytes, type Doc } from '../bson/codec.ts';
import { equalValues } from '../bson/compare.ts';
import { badValue, CommandError, failedToParse } from '../errors.ts';
import { isOperatorDocument, type MatchContext, type Matcher } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import { positionOf } from '../query/positional.ts';
import { applyOperators, parseOperators } from './operators.ts';
import { runPipelineUpdate } from './pipeline.ts';
import { documentFromFilter } from './upsert.ts';

/** A checked update, ready for many documents. */
export interface Update {
  /** The bytes after the update; the same bytes when it changes nothing. */
  apply(bytes: Bytes): Bytes;
  /** The document that an upsert inserts. */
  insert(): Bytes;
  replaces: boolean;
}

function parseArrayFilters(given: unknown, usedIn: string): Map<string, Matcher> {
  const filters = new Map<string, Matcher>();
  if (given === undefined) return filters;
  if (!Array.isArray(given)) throw badValue('arrayFilters must be an array');
  for (const filter of given) {
    if (!isDocument(filter)) throw badValue('arrayFilters entries must be documents');
    const condition = toPlain(filter) as Doc;
    const names = new Set(
      Object.entries(condition)
        .flatMap(([key, value]) => (key.startsWith('$') && Array.isArray(value) ? value.flatMap((part) => Object.keys(part as object)) : [key]))
        .map((key) => key.split('.')[0]!),
    );
    if (names.size !== 1)
      throw failedToParse(`Error parsing array filter: expected a single top-level field name, found ${[...names].join(' and ') || 'none'}`);
    const [name] = [...names] as [string];
    if (filters.has(name)) throw failedToParse(`Found multiple array filters with the same top-level field name ${name}`);
    if (!usedIn.includes(`$[${name}]`)) throw failedToParse(`The array filter for identifier '${name}' was not used in the update`);
    filters.set(name, compileFilter(condition, {}));
  }
  return filters;
}

function checkReplacement(update: Doc): void {
  const dollar = Object.keys(update).find((key) => key.startsWith('$'));
  if (dollar)
    throw new CommandError(
      52,
      `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
}

function sameId(before: unknown, after: unknown): void {
  if (!equalValues(before, after)) throw new CommandError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}

/**
 * Reads an update: a replacement, operators or a pipeline.
 * @param filter exact values: an upsert copies its equality fields
 */
export function parseUpdate(
  update: unknown,
  filter: Doc,
  options: { arrayFilters?: unknown; context: MatchContext; variables?: Doc | undefined },
): Update {
  const conditions = toPlain(filter) as Doc;
  if (Array.isArray(update)) {
    if (options.arrayFilters !== undefined) throw failedToParse('arrayFilters may not be specified for pipeline-style updates');
    const run = (doc: Doc) => runPipelineUpdate(doc, update, options.variables);
    return compose(run, run, false);
  }
  if (!isDocument(update)) throw failedToParse('Update argument must be either an object or an array');
  if (Object.keys(update).length > 0 && Object.keys(update)[0]!.startsWith('$')) {
    const changes = parseOperators(update);
    const arrayFilters = parseArrayFilters(options.arrayFilters, changes.map(({ path }) => path).join(' '));
    const change = (inserting: boolean) => (doc: Doc) => {
      const original = inserting ? {} : (toPlain(doc) as Doc);
      applyOperators(doc, changes, { arrayFilters, positionOf: (path) => positionOf(conditions, original, path, options.context) }, inserting);
      return doc;
    };
    const usesPosition = changes.some(({ steps }) => steps.includes('$'));
    const keepOriginal = usesPosition
      ? change(false)
      : (doc: Doc) => {
          applyOperators(doc, changes, { arrayFilters, positionOf: () => undefined }, false);
          return doc;
        };
    return compose(keepOriginal, change(true), false);
  }
  if (options.arrayFilters !== undefined && (options.arrayFilters as unknown[]).length > 0)
    throw failedToParse('arrayFilters may not be specified for replacement-style updates');
  checkReplacement(update);
  const replace = (doc: Doc): Doc => {
    const { _id: given, ...rest } = update;
    return { ...('_id' in doc ? { _id: doc['_id'] } : {}), ...('_id' in update ? { _id: given } : {}), ...rest };
  };
  return compose(replace, (doc) => replace('_id' in doc ? { _id: doc['_id'] } : {}), true);

  function compose(change: (doc: Doc) => Doc, insertion: (doc: Doc) => Doc, replaces: boolean): Update {
    return {
      replaces,
      apply(bytes) {
        const doc = decodeExact(bytes);
        const id = doc['_id'];
        const after = change(doc);
        if (!('_id' in after) && !Array.isArray(update)) sameId(id, undefined);
        const next = after['_id'] === undefined ? { _id: id, ...after } : after;
        sameId(id, next['_id']);
        const encoded = withIdFirst(encode(next));
        return Buffer.compare(encoded, bytes) === 0 ? bytes : encoded;
      },
      insert() {
        const base = documentFromFilter(filter);
        const id = base['_id'];
        const doc = insertion(structureCopy(base));
        if (id !== undefined && doc['_id'] !== undefined) sameId(id, doc['_id']);
        const _id = doc['_id'] ?? id ?? ('_id' in doc ? null : new ObjectId());
        return withIdFirst(encode({ ...doc, _id }));
      },
    };
  }
}

/** A copy whose containers are its own; values are shared. */
function structureCopy(value: Doc): Doc {
  const copy = (inner: unknown): unknown =>
    Array.isArray(inner)
      ? inner.map(copy)
      : isDocument(inner)
        ? Object.fromEntries(Object.entries(inner).map(([key, item]) => [key, copy(item)]))
        : inner;
  return copy(value) as Doc;
}

export const isPipelineOrOperators = (update: unknown): boolean => Array.isArray(update) || isOperatorDocument(update);
