import { asNumber, bsonType, isDocument, toPlain, type Bytes, type Doc } from '../bson/codec.ts';
import { compareValues } from '../bson/compare.ts';
import { badValue, CommandError, notImplemented } from '../errors.ts';
import type { Catalog } from '../storage/catalog.ts';
import type { Collection } from '../storage/collection.ts';
import type { Database } from '../storage/database.ts';
import type { Cursors } from './cursors.ts';

/** What every command works with. */
export interface Deps {
  db: Database;
  catalog: Catalog;
  cursors: Cursors;
  now: () => number;
  startedAt: number;
  connections: () => number;
}

/** One command being run. */
export interface Call {
  name: string;
  command: Doc;
  dbName: string;
  deps: Deps;
  connectionId: number;
}

/** A reply as fields, or as bytes when it carries stored documents. */
export type Reply = Doc | Bytes;

export interface Command {
  run: (call: Call) => Reply;
  /** Fields that are understood. Any other field is an error: ignoring one could change the answer. */
  fields: string[];
  /** Runs inside one transaction. */
  writes?: boolean;
}

/** Fields that any command may carry and that change nothing on a single server. */
const GENERIC = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'databaseVersion',
  'shardVersion',
  '$audit',
  '$client',
  '$configServerState',
  'mayBypassWriteBlocking',
  'operationTime',
  'stmtId',
]);

/** Refuses what a standalone server refuses, and every field that is not known. */
export function checkFields(name: string, command: Doc, known: string[]): void {
  if ('txnNumber' in command || 'startTransaction' in command || 'autocommit' in command) {
    throw new CommandError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
  }
  for (const field of Object.keys(command)) {
    if (field === name || GENERIC.has(field) || known.includes(field)) continue;
    if (field === 'collation') {
      const { collation } = command;
      if (!isDocument(collation) || (Object.keys(collation).length > 0 && collation['locale'] !== 'simple')) throw notImplemented('collation');
      continue;
    }
    throw new CommandError(40415, `BSON field '${name}.${field}' is an unknown field.`);
  }
  const { readConcern, writeConcern } = command;
  const level = isDocument(readConcern) ? readConcern['level'] : undefined;
  if (level === 'snapshot' || level === 'linearizable') throw new CommandError(123, `read concern level ${level} is only available on a replica set`);
  const w = isDocument(writeConcern) ? asNumber(writeConcern['w']) : undefined;
  if (w !== undefined && w > 1) throw badValue("cannot use 'w' > 1 when a host is not replicated");
}

/** Whether the client wants the write on the disk itself before the answer. */
export const isDurable = (command: Doc): boolean => isDocument(command['writeConcern']) && command['writeConcern']['j'] === true;

/** The collection's name, which is the value of the command's first field. */
export function collectionName({ name, command }: Call): string {
  const value = command[name];
  if (typeof value !== 'string') throw new CommandError(73, `collection name has invalid type ${typeof value}`);
  return value;
}

export const findCollection = (call: Call): Collection | undefined => call.deps.catalog.find(call.dbName, collectionName(call));

export function needCollection(call: Call): Collection {
  const found = findCollection(call);
  if (!found) throw new CommandError(26, `ns not found ${call.dbName}.${collectionName(call)}`);
  return found;
}

/** A document option in plain values; empty when missing. */
export function plainDocument(value: unknown, name: string): Doc {
  if (value === undefined || value === null) return {};
  if (!isDocument(value)) throw new CommandError(14, `BSON field '${name}' is the wrong type, expected type 'object'`);
  return toPlain(value) as Doc;
}

/**
 * The index that a hint means; undefined for a natural scan or none.
 * @throws code 2 when there is no such index
 */
export function resolveHint(hint: unknown, collection: Collection | undefined): string | undefined {
  if (hint === undefined || hint === null) return undefined;
  if (isDocument(hint)) {
    if (Object.keys(hint).length === 0 || '$natural' in hint) return undefined;
    if (compareValues(hint, { _id: 1 }) === 0) return '_id_';
  } else if (typeof hint !== 'string') throw new CommandError(9, 'Hint must be a string or an object');
  if (hint === '_id_' || !collection) return typeof hint === 'string' ? hint : undefined;
  for (const { spec } of collection.indexes.values()) {
    if (typeof hint === 'string' ? spec.name === hint : compareValues(spec.key, hint) === 0) return spec.name;
  }
  throw badValue('error processing query: planner returned error: bad hint, hint provided does not correspond to an existing index');
}

/** The session of a call as a key. */
export function sessionOf(command: Doc): string | undefined {
  const id = isDocument(command['lsid']) ? command['lsid']['id'] : undefined;
  return bsonType(id) === 'Binary' ? String((id as { toString(encoding: string): string }).toString('hex')) : undefined;
}
