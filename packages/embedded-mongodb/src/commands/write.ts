import { evaluator } from '../aggregate/context.ts';
import { asFlag, asInteger, decodeExact, decodePlain, isDocument, type Bytes, type Doc } from '../bson/codec.ts';
import { CommandError, describeError, notImplemented, typeMismatch } from '../errors.ts';
import { execute, type Match } from '../query/execute.ts';
import { compileProjection } from '../query/projection.ts';
import { parseSort } from '../query/sort.ts';
import type { Collection } from '../storage/collection.ts';
import { parseUpdate } from '../update/update.ts';
import { collectionName, findCollection, plainDocument, resolveHint, type Call, type Command, type Reply } from './command.ts';

const MAX_BATCH = 100_000;

function listOf(command: Doc, field: string): unknown[] {
  const list = command[field];
  if (!Array.isArray(list) || list.length === 0 || list.length > MAX_BATCH)
    throw new CommandError(16, `Write batch sizes must be between 1 and ${MAX_BATCH}. Got ${Array.isArray(list) ? list.length : 0} operations.`);
  return list;
}

function statementsOf(command: Doc, field: string, known: string[]): Doc[] {
  return listOf(command, field).map((statement) => {
    if (!isDocument(statement)) throw typeMismatch(`each of '${field}' must be an object`);
    for (const key of Object.keys(statement)) {
      if (known.includes(key)) continue;
      if (key === 'collation') {
        if (!isDocument(statement['collation']) || statement['collation']['locale'] !== 'simple') throw notImplemented('collation');
      } else throw new CommandError(40415, `BSON field '${field}.${key}' is an unknown field.`);
    }
    return statement;
  });
}

/** Runs each statement; a failed one is reported by its place, and ends the batch when it is ordered. */
function runBatch<T>(statements: T[], ordered: boolean, work: (statement: T, index: number) => void): Doc[] {
  const errors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      work(statement, index);
    } catch (error) {
      if (!(error instanceof CommandError) && !['MingoError', 'BSONError'].includes((error as Error).constructor.name)) throw error;
      errors.push({ index, ...describeError(error) });
      if (ordered) break;
    }
  }
  return errors;
}

const isOrdered = (command: Doc) => command['ordered'] === undefined || asFlag(command['ordered']);
const withErrors = (reply: Doc, errors: Doc[]): Reply => (errors.length > 0 ? { ...reply, writeErrors: errors } : reply);

/** Makes the collection when a write is about to put the first document in. */
const writable = (call: Call): Collection => call.deps.catalog.ensure(call.dbName, collectionName(call));

const insert: Command = {
  writes: true,
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  run(call) {
    const documents = listOf(call.command, 'documents') as Bytes[];
    const collection = writable(call);
    let n = 0;
    const errors = runBatch(documents, isOrdered(call.command), (bytes) => {
      if (!ArrayBuffer.isView(bytes)) throw typeMismatch("each of 'documents' must be an object");
      collection.insert(bytes);
      n++;
    });
    return withErrors({ n }, errors);
  },
};

interface Written {
  matched: number;
  modified: number;
  upserted?: unknown;
  before?: Bytes;
  after?: Bytes;
}

/** One update statement: the matches are all found before the first is changed, so that none is met twice. */
function updateMatching(call: Call, statement: Doc, limit: number): Written {
  const { deps } = call;
  const filter = plainDocument(statement['q'], 'q');
  const variables = { ...plainDocument(call.command['let'], 'let'), ...plainDocument(statement['c'], 'c') };
  const evaluate = evaluator(variables);
  const exactFilter = (statement['q'] ?? {}) as Doc;
  const update = parseUpdate(statement['u'], exactFilter, { arrayFilters: statement['arrayFilters'], context: { evaluate }, variables });
  if (limit !== 1 && update.replaces) throw new CommandError(9, 'multi update is not supported for replacement-style update');
  let collection = findCollection(call);
  const matches = [
    ...execute(deps.db, collection, {
      filter,
      sort: parseSort(statement['sort']),
      limit,
      hint: resolveHint(statement['hint'], collection),
      evaluate,
    }),
  ];
  if (matches.length === 0) {
    if (!asFlag(statement['upsert'])) return { matched: 0, modified: 0 };
    const bytes = update.insert();
    collection = writable(call);
    const stored = collection.insert(bytes);
    return { matched: 0, modified: 0, upserted: decodeExact(stored.bytes)['_id'], after: stored.bytes };
  }
  const result: Written = { matched: 0, modified: 0 };
  for (const match of matches) {
    const after = update.apply(match.bytes);
    result.matched++;
    result.before = match.bytes;
    result.after = after;
    if (after === match.bytes) continue;
    collection!.replace(match, after);
    result.modified++;
  }
  return result;
}

const update: Command = {
  writes: true,
  fields: ['updates', 'ordered', 'bypassDocumentValidation', 'let'],
  run(call) {
    const statements = statementsOf(call.command, 'updates', ['q', 'u', 'c', 'multi', 'upsert', 'arrayFilters', 'hint', 'sort']);
    let n = 0;
    let nModified = 0;
    const upserted: Doc[] = [];
    const errors = runBatch(statements, isOrdered(call.command), (statement, index) => {
      const multi = asFlag(statement['multi']);
      if (multi && statement['sort'] !== undefined) throw new CommandError(9, 'Cannot specify sort with multi=true');
      const result = updateMatching(call, statement, multi ? 0 : 1);
      n += result.matched;
      nModified += result.modified;
      if ('upserted' in result) {
        upserted.push({ index, _id: result.upserted });
        n++;
      }
    });
    return withErrors({ n, nModified, ...(upserted.length > 0 ? { upserted } : {}) }, errors);
  },
};

const deleteCommand: Command = {
  writes: true,
  fields: ['deletes', 'ordered', 'let'],
  run(call) {
    const statements = statementsOf(call.command, 'deletes', ['q', 'limit', 'hint']);
    const collection = findCollection(call);
    const evaluate = evaluator(plainDocument(call.command['let'], 'let'));
    let n = 0;
    const errors = runBatch(statements, isOrdered(call.command), (statement) => {
      const limit = asInteger(statement['limit'], 'limit', 0);
      if (limit !== 0 && limit !== 1) throw new CommandError(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
      const matches = [
        ...execute(call.deps.db, collection, {
          filter: plainDocument(statement['q'], 'q'),
          limit,
          hint: resolveHint(statement['hint'], collection),
          evaluate,
        }),
      ];
      for (const match of matches) {
        collection!.remove(match);
        n++;
      }
    });
    return withErrors({ n }, errors);
  },
};

const findAndModify: Command = {
  writes: true,
  fields: ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'arrayFilters', 'hint', 'let', 'bypassDocumentValidation'],
  run(call) {
    const { command, deps } = call;
    const remove = asFlag(command['remove']);
    const returnNew = asFlag(command['new']);
    if (remove && command['update'] !== undefined) throw new CommandError(9, 'Cannot specify both an update and remove=true');
    if (remove && (returnNew || asFlag(command['upsert'])))
      throw new CommandError(9, `Cannot specify both ${returnNew ? 'new' : 'upsert'}=true and remove=true`);
    if (!remove && command['update'] === undefined) throw new CommandError(9, 'Either an update or remove=true must be specified');
    const evaluate = evaluator(plainDocument(command['let'], 'let'));
    const filter = (command['query'] ?? {}) as Doc;
    const projection = compileProjection(command['fields'], filter, { evaluate });
    const show = (bytes: Bytes | undefined) =>
      bytes === undefined ? null : projection ? projection(decodeExact(bytes), () => decodePlain(bytes)) : decodeExact(bytes);
    if (remove) {
      const collection = findCollection(call);
      const query = {
        filter: plainDocument(filter, 'query'),
        sort: parseSort(command['sort']),
        limit: 1,
        hint: resolveHint(command['hint'], collection),
        evaluate,
      };
      const [match] = [...execute(deps.db, collection, query)] as [Match | undefined];
      if (match) collection!.remove(match);
      return { lastErrorObject: { n: match ? 1 : 0 }, value: show(match?.bytes) };
    }
    const statement = {
      q: filter,
      u: command['update'],
      sort: command['sort'],
      upsert: command['upsert'],
      arrayFilters: command['arrayFilters'],
      hint: command['hint'],
    };
    const result = updateMatching(call, statement, 1);
    const inserted = 'upserted' in result;
    return {
      lastErrorObject: { n: inserted ? 1 : result.matched, updatedExisting: result.matched > 0, ...(inserted ? { upserted: result.upserted } : {}) },
      value: show(returnNew ? result.after : result.before),
    };
  },
};

export const writeCommands: Record<string, Command> = { insert, update, delete: deleteCommand, findAndModify, findandmodify: findAndModify };
