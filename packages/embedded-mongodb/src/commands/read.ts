import { Long } from 'bson';
import { evaluator } from '../aggregate/context.ts';
import { aggregate } from '../aggregate/pipeline.ts';
import { asFlag, asInteger, asNumber, bsonType, decodeExact, decodePlain, encode, isDocument, type Bytes, type Doc } from '../bson/codec.ts';
import { compareValues, identity } from '../bson/compare.ts';
import { badValue, CommandError, notImplemented } from '../errors.ts';
import { execute, type Match, type Query } from '../query/execute.ts';
import { splitPath, valuesAt } from '../query/paths.ts';
import { compileProjection } from '../query/projection.ts';
import { parseSort } from '../query/sort.ts';
import { encodeCursorReply } from '../wire/cursor-reply.ts';
import { collectionName, findCollection, plainDocument, resolveHint, sessionOf, type Call, type Command } from './command.ts';
import type { OpenOptions } from './cursors.ts';

function openOptions(call: Call, batchSize: unknown): OpenOptions {
  const size = batchSize === undefined ? undefined : asInteger(batchSize, 'batchSize', 0);
  if (size !== undefined && size < 0) throw badValue('batchSize must not be negative');
  return {
    namespace: `${call.dbName}.${collectionName(call)}`,
    batchSize: size,
    session: sessionOf(call.command),
    keep: asFlag(call.command['noCursorTimeout']),
  };
}

/** Reads the query of `find`, `count` and `distinct`. */
export function readQuery(call: Call, filterField: string): Query {
  const { command } = call;
  const skip = asInteger(command['skip'], 'skip', 0);
  const limit = asInteger(command['limit'], 'limit', 0);
  if (skip < 0) throw new CommandError(51024, `BSON field 'skip' value must be >= 0, actual value '${skip}'`);
  return {
    filter: plainDocument(command[filterField], filterField),
    sort: parseSort(command['sort']),
    skip,
    limit: Math.abs(limit),
    hint: resolveHint(command['hint'], findCollection(call)),
    evaluate: evaluator(plainDocument(command['let'], 'let')),
  };
}

function* project(matches: Iterable<Match>, projection: NonNullable<ReturnType<typeof compileProjection>>): Generator<Bytes> {
  for (const { bytes } of matches) yield encode(projection(decodeExact(bytes), () => decodePlain(bytes)));
}

function* bytesOf(matches: Iterable<Match>): Generator<Bytes> {
  for (const { bytes } of matches) yield bytes;
}

const find: Command = {
  fields: [
    'filter',
    'sort',
    'projection',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'hint',
    'noCursorTimeout',
    'allowPartialResults',
    'allowDiskUse',
    'let',
    'tailable',
    'awaitData',
    'oplogReplay',
    'max',
    'min',
    'returnKey',
    'showRecordId',
  ],
  run(call) {
    const { command, deps } = call;
    for (const option of ['tailable', 'awaitData', 'returnKey', 'showRecordId'])
      if (asFlag(command[option]))
        throw option === 'tailable'
          ? badValue(`error processing query: tailable cursor requested on non capped collection ${call.dbName}.${collectionName(call)}`)
          : notImplemented(`the find option ${option}`);
    for (const option of ['max', 'min'])
      if (isDocument(command[option]) && Object.keys(command[option]).length > 0) throw notImplemented(`the find option ${option}`);
    const query = readQuery(call, 'filter');
    const projection = compileProjection(command['projection'], (command['filter'] ?? {}) as Doc, { evaluate: query.evaluate });
    const matches = execute(deps.db, findCollection(call), query);
    const limit = asNumber(command['limit']) ?? 0;
    const options = { ...openOptions(call, command['batchSize']), singleBatch: asFlag(command['singleBatch']) || limit < 0 };
    const batch = deps.cursors.start(projection ? project(matches, projection) : bytesOf(matches), options);
    return encodeCursorReply('firstBatch', batch.documents, batch.id, batch.namespace);
  },
};

const aggregateCommand: Command = {
  fields: ['pipeline', 'cursor', 'explain', 'allowDiskUse', 'bypassDocumentValidation', 'hint', 'let'],
  run(call) {
    const { command, deps, dbName } = call;
    if (asFlag(command['explain'])) throw notImplemented('explain in aggregate');
    if (!isDocument(command['cursor'])) throw new CommandError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
    const collection = typeof command[call.name] === 'string' ? findCollection(call) : undefined;
    const variables = plainDocument(command['let'], 'let');
    const documents = aggregate({
      ...deps,
      dbName,
      collection,
      pipeline: command['pipeline'],
      variables,
      hint: resolveHint(command['hint'], collection),
    });
    const named = typeof command[call.name] === 'string' ? call : { ...call, command: { ...command, [call.name]: '$cmd.aggregate' } };
    const batch = deps.cursors.start(documents, openOptions(named, command['cursor']['batchSize']));
    return encodeCursorReply('firstBatch', batch.documents, batch.id, batch.namespace);
  },
};

const idOf = (value: unknown): bigint => (bsonType(value) === 'Long' ? (value as Long).toBigInt() : BigInt(asNumber(value) ?? 0));

const getMore: Command = {
  fields: ['collection', 'batchSize', 'term', 'lastKnownCommittedOpTime'],
  run({ command, deps, dbName }) {
    const batch = deps.cursors.more(
      idOf(command['getMore']),
      `${dbName}.${String(command['collection'])}`,
      asInteger(command['batchSize'], 'batchSize', 0),
    );
    return encodeCursorReply('nextBatch', batch.documents, batch.id, batch.namespace);
  },
};

const killCursors: Command = {
  fields: ['cursors'],
  run({ command, deps }) {
    const killed: unknown[] = [];
    const unknown: unknown[] = [];
    for (const id of (command['cursors'] ?? []) as unknown[]) (deps.cursors.kill(idOf(id)) ? killed : unknown).push(id);
    return { cursorsKilled: killed, cursorsNotFound: unknown, cursorsAlive: [], cursorsUnknown: [] };
  },
};

const count: Command = {
  fields: ['query', 'limit', 'skip', 'hint', 'fields'],
  run(call) {
    const query = readQuery(call, 'query');
    const collection = findCollection(call);
    if (collection && Object.keys(query.filter).length === 0) {
      const rest = Math.max(0, collection.count() - (query.skip ?? 0));
      return { n: query.limit ? Math.min(query.limit, rest) : rest };
    }
    let n = 0;
    for (const _ of execute(call.deps.db, collection, query)) n++;
    return { n };
  },
};

const distinct: Command = {
  fields: ['key', 'query', 'hint'],
  run(call) {
    const { key } = call.command;
    if (typeof key !== 'string' || key === '') throw new CommandError(14, "'key' must be a non-empty string");
    const found = new Map<string, unknown>();
    for (const { bytes } of execute(call.deps.db, findCollection(call), readQuery(call, 'query'))) {
      for (const value of valuesAt(decodeExact(bytes), splitPath(key), false).flatMap((value) => (Array.isArray(value) ? value : [value]))) {
        if (value === undefined) continue;
        const id = identity(value);
        if (!found.has(id)) found.set(id, value);
      }
    }
    return { values: [...found.values()].toSorted(compareValues) };
  },
};

export const readCommands: Record<string, Command> = { find, aggregate: aggregateCommand, getMore, killCursors, count, distinct };
