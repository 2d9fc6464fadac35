import { asInteger, encode, isDocument, toPlain, type Bytes, type Doc } from '../bson/codec.ts';
import { compareValues } from '../bson/compare.ts';
import { CommandError, notImplemented } from '../errors.ts';
import { execute, type Query } from '../query/execute.ts';
import { parseSort } from '../query/sort.ts';
import type { Catalog } from '../storage/catalog.ts';
import type { Collection } from '../storage/collection.ts';
import type { Database } from '../storage/database.ts';
import { evaluator, mingoOptions } from './context.ts';
import { joinCollection } from './lookup.ts';
import { mingo } from './mingo.ts';
import { calculates, refuseWideNumbers, regexesForMingo } from './values.ts';

const STAGES = new Set([
  '$match',
  '$sort',
  '$limit',
  '$skip',
  '$project',
  '$addFields',
  '$set',
  '$unset',
  '$group',
  '$unwind',
  '$count',
  '$lookup',
  '$facet',
  '$replaceRoot',
  '$replaceWith',
  '$sortByCount',
  '$bucket',
  '$bucketAuto',
  '$sample',
  '$unionWith',
  '$setWindowFields',
  '$graphLookup',
  '$redact',
  '$densify',
  '$fill',
  '$documents',
]);
const REFUSED = new Set([
  '$out',
  '$merge',
  '$geoNear',
  '$search',
  '$searchMeta',
  '$vectorSearch',
  '$indexStats',
  '$collStats',
  '$currentOp',
  '$listSessions',
  '$listLocalSessions',
  '$planCacheStats',
  '$listSampledQueries',
  '$querySettings',
]);

/** Refuses unknown stages before anything runs, in nested pipelines too. */
export function checkPipeline(pipeline: unknown): Doc[] {
  if (!Array.isArray(pipeline)) throw new CommandError(14, "'pipeline' must be an array");
  for (const stage of pipeline) {
    if (!isDocument(stage)) throw new CommandError(14, 'Each element of the pipeline array must be an object');
    const names = Object.keys(stage);
    if (names.length !== 1) throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
    const [name] = names as [string];
    if (name === '$changeStream') throw new CommandError(40573, 'The $changeStream stage is only supported on replica sets');
    if (REFUSED.has(name)) throw notImplemented(`the pipeline stage ${name}`);
    if (!STAGES.has(name)) throw new CommandError(40324, `Unrecognized pipeline stage name: '${name}'`);
    const spec = stage[name];
    if (name === '$facet' && isDocument(spec)) Object.values(spec).forEach(checkPipeline);
    if ((name === '$lookup' || name === '$unionWith') && isDocument(spec) && 'pipeline' in spec) checkPipeline(spec['pipeline']);
  }
  return pipeline;
}

/** The stages that one read of the collection can do: a filter, an order, a cut, in that order. */
function pushDown(pipeline: Doc[], evaluate: Query['evaluate']): { query: Query; rest: Doc[] } {
  const query: Query = { filter: {}, evaluate };
  let at = 0;
  for (; at < pipeline.length; at++) {
    const [[name, spec]] = Object.entries(pipeline[at]!) as [[string, unknown]];
    if (name === '$match' && !query.sort && query.skip === undefined && query.limit === undefined) {
      if (!isDocument(spec)) throw new CommandError(15959, 'the match filter must be an expression in an object');
      query.filter = Object.keys(query.filter).length === 0 ? spec : { $and: [query.filter, spec] };
    } else if (name === '$sort' && !query.sort && query.skip === undefined && query.limit === undefined) {
      query.sort = parseSort(spec);
      if (query.sort.length === 0) throw new CommandError(15976, '$sort stage must have at least one sort key');
    } else if (name === '$skip' && query.skip === undefined && query.limit === undefined) query.skip = checkCount('$skip', spec, 0);
    else if (name === '$limit' && query.limit === undefined) query.limit = checkCount('$limit', spec, 1);
    else break;
  }
  return { query, rest: pipeline.slice(at) };
}

function checkCount(name: string, value: unknown, least: number): number {
  const count = asInteger(value, name, -1);
  if (count < least) throw new CommandError(15958, `invalid argument to ${name} stage: must be at least ${least}`);
  return count;
}

/** `countDocuments` sends this group; counting rows needs none of them in memory. */
function countingGroup(rest: Doc[]): { id: unknown; name: string } | undefined {
  const group = rest.length === 1 ? rest[0]!['$group'] : undefined;
  if (!isDocument(group)) return undefined;
  const { _id: id, ...fields } = group;
  const [name, ...others] = Object.keys(fields);
  const constant = id === null || typeof id === 'number';
  return constant && name !== undefined && others.length === 0 && compareValues(fields[name], { $sum: 1 }) === 0 ? { id, name } : undefined;
}

export interface AggregateInput {
  db: Database;
  catalog: Catalog;
  dbName: string;
  collection: Collection | undefined;
  pipeline: unknown;
  variables?: Doc | undefined;
  hint?: string | undefined;
}

/** The resulting documents as bytes. What the storage can do is done there; mingo runs the rest. */
export function aggregate({ db, catalog, dbName, collection, pipeline: given, variables, hint }: AggregateInput): Iterable<Bytes> {
  const pipeline = checkPipeline(given).map((stage) => toPlain(stage) as Doc);
  const { query, rest } = pushDown(pipeline, evaluator(variables));
  query.hint = hint;
  const matches = execute(db, collection, query);
  if (rest.length === 0) return mapBytes(matches, ({ bytes }) => bytes);
  const counting = countingGroup(rest);
  if (counting) {
    let n = 0;
    for (const _ of matches) n++;
    return n === 0 ? [] : [encode({ _id: counting.id, [counting.name]: n })];
  }
  const strict = calculates(rest);
  const read = (source: Iterable<{ doc: Doc }>): Iterable<Doc> => mapBytes(source, ({ doc }) => (strict ? refuseWideNumbers(doc) : doc));
  const loaded = new Map<string, Doc[]>();
  const resolver = (name: string): Doc[] => {
    let docs = loaded.get(name);
    if (!docs) loaded.set(name, (docs = [...read(execute(db, catalog.find(dbName, name), { filter: {} }))]));
    return docs;
  };
  const options = mingoOptions(variables, resolver);
  const stages = rest.map((stage) => regexesForMingo(stage) as Doc);
  const source = stages[0]?.['$documents'] ? [] : read(matches);
  const result = runStages(source, stages, options, (name) => catalog.find(dbName, name), db);
  return mapBytes(result, (doc) => encode(idFirst(doc)));
}

/** `$lookup` by equality goes through the other collection's indexes, so it cuts the pipeline into runs of mingo's own stages. */
function runStages(
  source: Iterable<Doc>,
  stages: Doc[],
  options: object,
  find: (name: string) => Collection | undefined,
  db: Database,
): Iterable<Doc> {
  const at = stages.findIndex((stage) => isDocument(stage['$lookup']) && !('pipeline' in stage['$lookup']) && 'localField' in stage['$lookup']);
  const run = (part: Doc[], docs: Iterable<Doc>) =>
    part.length === 0 ? docs : (new (mingo().Aggregator)(part as never, options as never).stream(docs as never) as unknown as Iterable<Doc>);
  if (at < 0) return run(stages, source);
  const joined = joinCollection(run(stages.slice(0, at), source), stages[at]!['$lookup'] as Doc, find, db);
  return runStages(joined, stages.slice(at + 1), options, find, db);
}

/** `_id` leads, as in MongoDB; mingo appends it after what it computed. */
function idFirst(doc: Doc): Doc {
  if (!Object.hasOwn(doc, '_id')) return doc;
  const { _id, ...rest } = doc;
  return { _id, ...rest };
}

function* mapBytes<T, U>(items: Iterable<T>, map: (item: T) => U): Generator<U> {
  for (const item of items) yield map(item);
}
