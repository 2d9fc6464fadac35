import { openDump, openLoad, splitDocuments } from '@customerai/store';
import { createTestParts, type TestParts } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import mongoose from 'mongoose';

const { BSON, MongoClient, Long, Double, Int32, Decimal128 } = mongoose.mongo;
let parts: TestParts;
let target: TestParts;
before(async () => ([parts, target] = await Promise.all([createTestParts(), createTestParts()])));
after(() => Promise.all([parts[Symbol.asyncDispose](), target[Symbol.asyncDispose]()]));

async function* chunksOf(buffer: Uint8Array, size: number) {
  for (let at = 0; at < buffer.length; at += size) yield buffer.subarray(at, at + size);
}

test('documents come back with every type, in order, with their indexes', async () => {
  const client = await MongoClient.connect(parts.mongoUrl);
  const things = client.db('dumped').collection<any>('things');
  await things.createIndex({ tenant: 1, key: 1 }, { unique: true, name: 'once' });
  await things.createIndex({ at: 1 }, { expireAfterSeconds: 3600 });
  await things.insertMany([
    { _id: 'a', tenant: 't', key: 1, int: new Int32(2), whole: new Double(2), long: Long.fromString('9007199254740993'), at: new Date(5) },
    { _id: 'b', tenant: 't', key: 2, decimal: Decimal128.fromString('1.10'), bytes: Buffer.from([1, 2]), list: [1, { x: null }] },
    ...Array.from({ length: 2_500 }, (_, index) => ({ _id: `c${index}`, tenant: 't', key: 10 + index, text: 'é'.repeat(200) })),
  ]);
  await client.db('dumped').createCollection('empty');

  await using dump = await openDump(parts.mongoUrl, ['dumped', 'nothing']);
  await using load = await openLoad(target.mongoUrl);
  assert.deepEqual(await load.occupied(['dumped']), []);
  const counts: number[] = [];
  for (const collection of dump.collections) counts.push(await load.write(collection, dump.read(collection)));
  assert.deepEqual(counts, [0, 2_502]);
  assert.deepEqual(await load.occupied(['dumped', 'nothing']), ['dumped']);

  const other = await MongoClient.connect(target.mongoUrl);
  const raw = async (url: typeof client) =>
    Buffer.concat((await url.db('dumped').collection('things').find({}, { raw: true }).toArray()) as unknown as Buffer[]);
  assert.ok((await raw(client)).equals(await raw(other)));
  const indexes = await other.db('dumped').collection('things').listIndexes().toArray();
  assert.deepEqual(
    indexes.map(({ name, unique, expireAfterSeconds }) => [name, unique, expireAfterSeconds]),
    [
      ['_id_', undefined, undefined],
      ['once', true, undefined],
      ['at_1', undefined, 3600],
    ],
  );
  await Promise.all([client.close(), other.close()]);
});

test('documents are found wherever the bytes are cut; what is none is refused', async () => {
  const bytes = Buffer.concat([{ a: 1 }, { b: 'x'.repeat(100) }, {}].map((document) => BSON.serialize(document)));
  for (const size of [1, 3, 50, 1_000]) {
    const documents = await Array.fromAsync(splitDocuments(chunksOf(bytes, size)));
    assert.deepEqual(
      documents.map((document) => Object.keys(BSON.deserialize(document))),
      [['a'], ['b'], []],
    );
  }
  await assert.rejects(Array.fromAsync(splitDocuments(chunksOf(bytes.subarray(0, -1), 7))), /cut off/);
  await assert.rejects(Array.fromAsync(splitDocuments(chunksOf(Buffer.alloc(8, 0xff), 8))), /no BSON/);
});
