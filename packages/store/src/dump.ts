import mongoose from 'mongoose';

const { BSON, MongoClient } = mongoose.mongo;

const READ_BATCH = 1_000;
/** Documents of one insert: what 1,000 small ones or a few large ones come to. */
const INSERT_DOCUMENTS = 1_000;
const INSERT_BYTES = 8 * 1024 * 1024;
/** A document of MongoDB has at most 16 MB; more is no document. */
const MAX_DOCUMENT = 16 * 1024 * 1024 + 16 * 1024;

export interface DumpedCollection {
  database: string;
  name: string;
  /** As `createIndexes` takes them, without the one on `_id`. */
  indexes: Record<string, unknown>[];
}

export interface Dump extends AsyncDisposable {
  /** True when all collections are read as of one moment: the server is a replica set. False: each is read as it is when its turn comes. */
  oneMoment: boolean;
  /** Collections of the databases, in the order of the databases given, then by name. */
  collections: DumpedCollection[];
  /** How many documents a collection has. */
  count(collection: Pick<DumpedCollection, 'database' | 'name'>): Promise<number>;
  /** Documents as BSON bytes, one after the other: what mongodump writes into a .bson file. */
  read(collection: Pick<DumpedCollection, 'database' | 'name'>): AsyncGenerator<Uint8Array>;
}

/** Reads whole databases of any MongoDB. Rejects with the driver's error when it does not answer within 10 s. */
export async function openDump(url: string, databases: readonly string[]): Promise<Dump> {
  const client = await MongoClient.connect(url, { serverSelectionTimeoutMS: 10_000 });
  const { setName } = await client.db('admin').command({ hello: 1 });
  const oneMoment = setName !== undefined;
  const session = oneMoment ? client.startSession({ snapshot: true }) : undefined;
  const collections: DumpedCollection[] = [];
  for (const database of databases) {
    const db = client.db(database);
    const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).filter((name) => !name.startsWith('system.'));
    for (const name of names.toSorted()) {
      const specifications = await db.collection(name).listIndexes().toArray();
      const indexes = specifications.filter((index) => index['name'] !== '_id_').map(({ v: _version, ns: _namespace, ...index }) => index);
      collections.push({ database, name, indexes });
    }
  }
  return {
    oneMoment,
    collections,
    count: ({ database, name }) => client.db(database).collection(name).estimatedDocumentCount(),
    async *read({ database, name }) {
      const documents = client.db(database).collection(name).find({}, { raw: true, batchSize: READ_BATCH, session });
      for await (const document of documents) yield document as unknown as Uint8Array;
    },
    [Symbol.asyncDispose]: async () => {
      await session?.endSession();
      await client.close();
    },
  };
}

/** What `Dump.read` gives, as an object. */
export const decodeDocument = (bytes: Uint8Array): Record<string, unknown> => BSON.deserialize(bytes);

export interface Load extends AsyncDisposable {
  /** Which of the databases hold any collection. */
  occupied(databases: readonly string[]): Promise<string[]>;
  /** Makes a collection of BSON bytes, cut anywhere, with its indexes. Resolves with the number of documents. */
  write(collection: DumpedCollection, bytes: AsyncIterable<Uint8Array>): Promise<number>;
  /** Adds documents to a collection, but for those whose `_id` is there. Resolves with how many it was. */
  add(collection: Pick<DumpedCollection, 'database' | 'name'>, documents: readonly { _id: string }[]): Promise<number>;
  drop(databases: readonly string[]): Promise<void>;
}

/** Writes what `openDump` read. */
export async function openLoad(url: string): Promise<Load> {
  const client = await MongoClient.connect(url, { serverSelectionTimeoutMS: 10_000 });
  return {
    occupied: async (databases) => {
      const found = await Promise.all(databases.map((name) => client.db(name).listCollections({}, { nameOnly: true }).toArray()));
      return databases.filter((_, index) => found[index]!.length > 0);
    },
    write: async ({ database, name, indexes }, bytes) => {
      const db = client.db(database);
      const collection = await db.createCollection(name);
      let count = 0;
      let inserting: Promise<unknown> = Promise.resolve();
      for await (const batch of batches(splitDocuments(bytes))) {
        // Nothing is promoted, so that every number keeps the type that it was stored with.
        const documents = batch.map((document) => BSON.deserialize(document, { promoteValues: false, bsonRegExp: true }));
        // One insert is under way while the next is read and decoded.
        await inserting;
        inserting = collection.insertMany(documents);
        inserting.catch(() => {}); // awaited above or below
        count += batch.length;
      }
      await inserting;
      // After the documents: filling an index is quicker than growing it.
      if (indexes.length > 0) await db.command({ createIndexes: name, indexes });
      return count;
    },
    add: async ({ database, name }, documents) => {
      if (documents.length === 0) return 0;
      const collection = client.db(database).collection<{ _id: string }>(name);
      const there = await collection.find({ _id: { $in: documents.map(({ _id }) => _id) } }, { projection: { _id: 1 } }).toArray();
      const known = new Set(there.map(({ _id }) => _id));
      const fresh = documents.filter(({ _id }) => !known.has(_id));
      if (fresh.length > 0) await collection.insertMany(fresh);
      return fresh.length;
    },
    drop: async (databases) => void (await Promise.all(databases.map((name) => client.db(name).dropDatabase()))),
    [Symbol.asyncDispose]: () => client.close(),
  };
}

/** Cuts a stream of bytes into BSON documents, by the length that each begins with. Throws a RangeError when they are none. */
export async function* splitDocuments(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    rest = rest.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : Buffer.concat([rest, chunk]);
    let at = 0;
    while (rest.length - at >= 4) {
      const length = rest.readInt32LE(at);
      if (length < 5 || length > MAX_DOCUMENT) throw new RangeError(`A document cannot have ${length} bytes: this is no BSON.`);
      if (rest.length - at < length) break;
      yield rest.subarray(at, at + length);
      at += length;
    }
    rest = rest.subarray(at);
  }
  if (rest.length > 0) throw new RangeError(`The last document is cut off after ${rest.length} bytes.`);
}

async function* batches(documents: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
  let batch: Uint8Array[] = [];
  let bytes = 0;
  for await (const document of documents) {
    batch.push(document);
    bytes += document.length;
    if (batch.length < INSERT_DOCUMENTS && bytes < INSERT_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}
