import { Binary } from 'bson';
import { asFlag, encode, isDocument, type Doc } from '../bson/codec.ts';
import { compareValues } from '../bson/compare.ts';
import { badValue, CommandError, notImplemented } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { encodeCursorReply } from '../wire/cursor-reply.ts';
import { collectionName, findCollection, needCollection, plainDocument, type Call, type Command, type Reply } from './command.ts';

function cursorOf(call: Call, documents: Doc[], name: string): Reply {
  const { cursor } = call.command;
  const batchSize = isDocument(cursor) && cursor['batchSize'] !== undefined ? Number(cursor['batchSize']) : Infinity;
  const batch = call.deps.cursors.start(documents.map(encode), { namespace: `${call.dbName}.${name}`, batchSize });
  return encodeCursorReply('firstBatch', batch.documents, batch.id, batch.namespace);
}

const listCollections: Command = {
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run(call) {
    const matches = compileFilter(plainDocument(call.command['filter'], 'filter'), {});
    const nameOnly = asFlag(call.command['nameOnly']);
    const described = call.deps.catalog.list(call.dbName).map(({ name, uuid, namespace }): Doc => ({
      name,
      type: 'collection',
      options: {},
      info: { readOnly: false, uuid: new Binary(uuid, 4) },
      idIndex: { v: 2, key: { _id: 1 }, name: '_id_', ns: namespace },
    }));
    return cursorOf(
      call,
      described.filter(matches).map((entry) => (nameOnly ? { name: entry['name'], type: entry['type'] } : entry)),
      '$cmd.listCollections',
    );
  },
};

const listDatabases: Command = {
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  run({ command, deps }) {
    const sizes = new Map<string, number>();
    const nameOnly = asFlag(command['nameOnly']);
    for (const collection of deps.catalog.list()) sizes.set(collection.db, (sizes.get(collection.db) ?? 0) + (nameOnly ? 0 : collection.size()));
    const matches = compileFilter(plainDocument(command['filter'], 'filter'), {});
    const databases = [...sizes]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, sizeOnDisk]): Doc => (nameOnly ? { name } : { name, sizeOnDisk, empty: false }))
      .filter(matches);
    return nameOnly ? { databases } : { databases, totalSize: [...sizes.values()].reduce((sum, size) => sum + size, 0) };
  },
};

const CREATE_REFUSED = [
  'capped',
  'timeseries',
  'viewOn',
  'pipeline',
  'validator',
  'clusteredIndex',
  'expireAfterSeconds',
  'changeStreamPreAndPostImages',
  'encryptedFields',
  'storageEngine',
  'indexOptionDefaults',
];

const create: Command = {
  writes: true,
  fields: [...CREATE_REFUSED, 'size', 'max', 'autoIndexId', 'idIndex', 'flags', 'validationLevel', 'validationAction'],
  run(call) {
    for (const option of CREATE_REFUSED) {
      const value = call.command[option];
      if (value !== undefined && value !== false && !(isDocument(value) && (Object.keys(value).length === 0 || value['enabled'] === false)))
        throw notImplemented(`the collection option '${option}'`);
    }
    // Creating what is there already with the same options is no error, as in MongoDB 7; there are no other options here.
    if (!findCollection(call)) call.deps.catalog.create(call.dbName, collectionName(call));
    return {};
  },
};

const drop: Command = {
  writes: true,
  fields: [],
  run(call) {
    const collection = findCollection(call);
    if (!collection) return {};
    const nIndexesWas = collection.indexes.size + 1;
    call.deps.catalog.drop(collection);
    return { nIndexesWas, ns: collection.namespace };
  },
};

const dropDatabase: Command = {
  writes: true,
  fields: [],
  run({ deps, dbName }) {
    const collections = deps.catalog.list(dbName);
    for (const collection of collections) deps.catalog.drop(collection);
    return collections.length > 0 ? { dropped: dbName } : {};
  },
};

const renameCollection: Command = {
  writes: true,
  fields: ['to', 'dropTarget'],
  run({ command, deps }) {
    const parse = (value: unknown): [string, string] => {
      const at = typeof value === 'string' ? value.indexOf('.') : -1;
      if (at <= 0) throw new CommandError(73, 'renameCollection needs full namespaces');
      return [(value as string).slice(0, at), (value as string).slice(at + 1)];
    };
    const source = deps.catalog.find(...parse(command['renameCollection']));
    if (!source) throw new CommandError(26, `Source collection ${String(command['renameCollection'])} does not exist`);
    deps.catalog.rename(source, ...parse(command['to']), asFlag(command['dropTarget']));
    return {};
  },
};

const createIndexes: Command = {
  writes: true,
  fields: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'],
  run(call) {
    const { indexes } = call.command;
    if (!Array.isArray(indexes) || indexes.length === 0) throw badValue('Must specify at least one index to create');
    const createdCollectionAutomatically = !findCollection(call);
    const collection = call.deps.catalog.ensure(call.dbName, collectionName(call));
    const numIndexesBefore = collection.indexes.size + 1;
    for (const spec of indexes) {
      if (!isDocument(spec)) throw new CommandError(14, 'an index specification must be an object');
      call.deps.catalog.createIndex(collection, spec);
    }
    return { numIndexesBefore, numIndexesAfter: collection.indexes.size + 1, createdCollectionAutomatically };
  },
};

const listIndexes: Command = {
  fields: ['cursor', 'includeBuildUUIDs', 'includeIndexBuildInfo'],
  run(call) {
    const collection = findCollection(call);
    if (!collection) throw new CommandError(26, `ns does not exist: ${call.dbName}.${collectionName(call)}`);
    return cursorOf(call, call.deps.catalog.describeIndexes(collection), collection.name);
  },
};

const dropIndexes: Command = {
  writes: true,
  fields: ['index'],
  run(call) {
    const collection = needCollection(call);
    const nIndexesWas = collection.indexes.size + 1;
    const asked = call.command['index'];
    const wanted =
      asked === '*'
        ? [...collection.indexes.values()]
        : (Array.isArray(asked) ? asked : [asked]).map((item: unknown) => {
            if (item === '_id_' || (isDocument(item) && compareValues(item, { _id: 1 }) === 0)) throw new CommandError(72, 'cannot drop _id index');
            const found =
              typeof item === 'string'
                ? collection.indexes.get(item)
                : [...collection.indexes.values()].find(({ spec }) => compareValues(spec.key, item) === 0);
            if (!found)
              throw new CommandError(
                27,
                typeof item === 'string' ? `index not found with name [${item}]` : `can't find index with key: ${JSON.stringify(item)}`,
              );
            return found;
          });
    for (const index of wanted) call.deps.catalog.dropIndex(collection, index);
    return { nIndexesWas };
  },
};

export const schemaCommands: Record<string, Command> = {
  listCollections,
  listDatabases,
  create,
  drop,
  dropDatabase,
  renameCollection,
  createIndexes,
  listIndexes,
  dropIndexes,
  deleteIndexes: dropIndexes,
};
