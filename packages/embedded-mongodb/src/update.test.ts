import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { contract, failure } from './testing.ts';

const { Double, Int32, Long, Decimal128, ObjectId } = mongoose.mongo.BSON;
type Doc = Record<string, unknown>;
interface Case {
  name: string;
  before: Doc;
  update: Doc | Doc[];
  after: Doc;
  filter?: Doc;
  options?: Doc;
  unchanged?: boolean;
}

const cases: Case[] = [
  { name: '$set of a deep path makes the documents on the way', before: {}, update: { $set: { 'a.b.c': 1 } }, after: { a: { b: { c: 1 } } } },
  { name: '$set of an array position pads with null', before: { a: [1] }, update: { $set: { 'a.3': 4 } }, after: { a: [1, null, null, 4] } },
  { name: '$set of the same value modifies nothing', before: { a: 1 }, update: { $set: { a: 1 } }, after: { a: 1 }, unchanged: true },
  { name: '$unset', before: { a: 1, b: { c: 1, d: 2 } }, update: { $unset: { a: '', 'b.c': '' } }, after: { b: { d: 2 } } },
  { name: '$unset inside an array leaves null', before: { a: [1, 2] }, update: { $unset: { 'a.0': '' } }, after: { a: [null, 2] } },
  { name: '$unset of nothing modifies nothing', before: { a: 1 }, update: { $unset: { z: '' } }, after: { a: 1 }, unchanged: true },
  { name: '$inc', before: { a: 1 }, update: { $inc: { a: 2, b: -1 } }, after: { a: 3, b: -1 } },
  { name: '$mul', before: { a: 3 }, update: { $mul: { a: 2, b: 7 } }, after: { a: 6, b: 0 } },
  { name: '$min and $max', before: { a: 5, b: 5 }, update: { $min: { a: 3, c: 1 }, $max: { b: 9 } }, after: { a: 3, b: 9, c: 1 } },
  { name: '$min that does not apply', before: { a: 5 }, update: { $min: { a: 8 } }, after: { a: 5 }, unchanged: true },
  { name: '$rename', before: { a: 1, b: { c: 2 } }, update: { $rename: { a: 'z', 'b.c': 'd' } }, after: { b: {}, z: 1, d: 2 } },
  { name: '$push', before: { a: [1] }, update: { $push: { a: 2, b: 1 } }, after: { a: [1, 2], b: [1] } },
  { name: '$push $each $position', before: { a: [1, 4] }, update: { $push: { a: { $each: [2, 3], $position: 1 } } }, after: { a: [1, 2, 3, 4] } },
  {
    name: '$push $each $sort $slice',
    before: { a: [{ n: 3 }, { n: 1 }] },
    update: { $push: { a: { $each: [{ n: 2 }], $sort: { n: -1 }, $slice: 2 } } },
    after: { a: [{ n: 3 }, { n: 2 }] },
  },
  { name: '$push $slice from the end', before: { a: [1, 2] }, update: { $push: { a: { $each: [3], $slice: -2 } } }, after: { a: [2, 3] } },
  { name: '$addToSet', before: { a: [1, { x: 1 }] }, update: { $addToSet: { a: { $each: [1, { x: 1 }, 2] } } }, after: { a: [1, { x: 1 }, 2] } },
  { name: '$addToSet of what is there', before: { a: [1] }, update: { $addToSet: { a: 1 } }, after: { a: [1] }, unchanged: true },
  { name: '$pop', before: { a: [1, 2, 3], b: [1, 2] }, update: { $pop: { a: 1, b: -1 } }, after: { a: [1, 2], b: [2] } },
  { name: '$pull by value', before: { a: [1, 2, 1] }, update: { $pull: { a: 1 } }, after: { a: [2] } },
  { name: '$pull by operators', before: { a: [1, 5, 9] }, update: { $pull: { a: { $gte: 5 } } }, after: { a: [1] } },
  { name: '$pull by fields', before: { a: [{ n: 1, x: 1 }, { n: 2 }] }, update: { $pull: { a: { n: 1 } } }, after: { a: [{ n: 2 }] } },
  { name: '$pullAll', before: { a: [1, 2, 3, 2] }, update: { $pullAll: { a: [2, 3] } }, after: { a: [1] } },
  {
    name: 'positional $',
    before: {
      a: [
        { k: 'x', n: 1 },
        { k: 'y', n: 1 },
      ],
    },
    filter: { 'a.k': 'y' },
    update: { $inc: { 'a.$.n': 5 } },
    after: {
      a: [
        { k: 'x', n: 1 },
        { k: 'y', n: 6 },
      ],
    },
  },
  {
    name: 'positional $ after $elemMatch',
    before: {
      a: [
        { k: 1, v: 1 },
        { k: 1, v: 2 },
      ],
    },
    filter: { a: { $elemMatch: { k: 1, v: 2 } } },
    update: { $set: { 'a.$.v': 0 } },
    after: {
      a: [
        { k: 1, v: 1 },
        { k: 1, v: 0 },
      ],
    },
  },
  { name: '$[]', before: { a: [1, 2] }, update: { $inc: { 'a.$[]': 10 } }, after: { a: [11, 12] } },
  {
    name: '$[id] with arrayFilters',
    before: { a: [{ n: 1 }, { n: 8 }] },
    update: { $set: { 'a.$[big].hit': true } },
    options: { arrayFilters: [{ 'big.n': { $gt: 5 } }] },
    after: { a: [{ n: 1 }, { n: 8, hit: true }] },
  },
  {
    name: '$[id] on values',
    before: { a: [1, 8, 9] },
    update: { $mul: { 'a.$[x]': 10 } },
    options: { arrayFilters: [{ x: { $gte: 8 } }] },
    after: { a: [1, 80, 90] },
  },
  { name: '$bit', before: { a: 13 }, update: { $bit: { a: { and: 10 } } }, after: { a: 8 } },
  { name: '$setOnInsert does nothing to what exists', before: { a: 1 }, update: { $setOnInsert: { b: 1 } }, after: { a: 1 }, unchanged: true },
  { name: 'a pipeline', before: { a: 2, b: 3 }, update: [{ $set: { sum: { $add: ['$a', '$b'] } } }, { $unset: 'b' }], after: { a: 2, sum: 5 } },
  {
    name: 'a pipeline that merges the root',
    before: { a: 1 },
    update: [{ $replaceWith: { $mergeObjects: [{ z: 0 }, '$$ROOT'] } }],
    after: { z: 0, a: 1 },
  },
];

interface Refusal {
  name: string;
  before: Doc;
  update: Doc | Doc[];
  code: number;
  options?: Doc;
  filter?: Doc;
}
const refusals: Refusal[] = [
  { name: '$inc of a string', before: { a: 'x' }, update: { $inc: { a: 1 } }, code: 14 },
  { name: '$inc by a string', before: { a: 1 }, update: { $inc: { a: 'x' } }, code: 14 },
  { name: '$mul of null', before: { a: null }, update: { $mul: { a: 2 } }, code: 14 },
  { name: 'changing _id', before: { a: 1 }, update: { $set: { _id: 99 } }, code: 66 },
  { name: 'removing _id', before: { a: 1 }, update: { $unset: { _id: '' } }, code: 66 },
  { name: 'the same path twice', before: {}, update: { $set: { a: 1 }, $inc: { a: 1 } }, code: 40 },
  { name: 'a path and one below it', before: {}, update: { $set: { a: 1, 'a.b': 1 } }, code: 40 },
  { name: 'a field under a scalar', before: { a: 5 }, update: { $set: { 'a.b': 1 } }, code: 28 },
  { name: 'a name inside an array', before: { a: [1] }, update: { $set: { 'a.b': 1 } }, code: 28 },
  { name: '$push to a scalar', before: { a: 5 }, update: { $push: { a: 1 } }, code: 2 },
  { name: '$ without a match on the array', before: { a: [1] }, update: { $set: { 'a.$': 1 } }, code: 2 },
  { name: 'an unknown operator', before: {}, update: { $frobnicate: { a: 1 } }, code: 9 },
  { name: 'an unused array filter', before: { a: 1 }, update: { $set: { a: 2 } }, options: { arrayFilters: [{ 'x.n': 1 }] }, code: 9 },
  { name: 'a missing array filter', before: { a: [1] }, update: { $set: { 'a.$[x]': 2 } }, code: 2 },
  { name: 'an empty path step', before: {}, update: { $set: { 'a..b': 1 } }, code: 56 },
];

contract('update', (story) => {
  for (const { name, before, update, after, filter = {}, options = {}, unchanged } of cases) {
    story(name, async (db) => {
      await db.collection('c').insertOne({ _id: 1 as never, ...before });
      const result = await db.collection('c').updateOne({ _id: 1 as never, ...filter }, update as never, options);
      assert.equal(result.matchedCount, 1);
      assert.equal(result.modifiedCount, unchanged ? 0 : 1);
      assert.deepEqual(await db.collection('c').findOne(), { _id: 1, ...after });
    });
  }

  for (const { name, before, update, code, options = {} } of refusals) {
    story(`refuses ${name}`, async (db) => {
      await db.collection('c').insertOne({ _id: 1 as never, ...before });
      const error = await failure(db.collection('c').updateOne({ _id: 1 as never }, update as never, options));
      assert.equal(error.code, code, error.message);
      assert.deepEqual(await db.collection('c').findOne(), { _id: 1, ...before });
    });
  }

  story('an upsert takes the equality fields of the filter and $setOnInsert', async (db) => {
    const result = await db
      .collection('c')
      .updateOne(
        { a: 1, 'b.c': { $eq: 2 }, d: { $gt: 5 }, e: { $in: [7] } },
        { $set: { f: 1 }, $setOnInsert: { g: 2 }, $inc: { n: 1 } },
        { upsert: true },
      );
    assert.equal(result.upsertedCount, 1);
    const stored = await db.collection('c').findOne({}, { projection: { _id: 0 } });
    assert.deepEqual(stored, { a: 1, b: { c: 2 }, e: 7, f: 1, g: 2, n: 1 });
    assert.ok(result.upsertedId instanceof ObjectId);
  });

  story('an upsert by _id keeps that _id, with operators, a replacement and a pipeline', async (db) => {
    const c = db.collection<{ _id: string; n?: number }>('c');
    await c.updateOne({ _id: 'x' }, { $set: { n: 1 } }, { upsert: true });
    await c.replaceOne({ _id: 'y' }, { n: 2 }, { upsert: true });
    await c.updateOne({ _id: 'z' }, [{ $set: { n: { $add: [{ $ifNull: ['$n', 0] }, 3] } } }], { upsert: true });
    assert.deepEqual(await c.find().sort({ _id: 1 }).toArray(), [
      { _id: 'x', n: 1 },
      { _id: 'y', n: 2 },
      { _id: 'z', n: 3 },
    ]);
  });

  story('a replacement keeps _id and nothing else', async (db) => {
    await db.collection('c').insertOne({ _id: 1 as never, a: 1 });
    assert.equal((await db.collection('c').replaceOne({ a: 1 }, { b: 2 })).modifiedCount, 1);
    assert.deepEqual(await db.collection('c').findOne(), { _id: 1, b: 2 });
    assert.equal((await failure(db.collection('c').replaceOne({}, { _id: 2 as never, b: 2 }))).code, 66);
  });

  story('updateMany changes every match once, even when the change moves it along the index it is read by', async (db) => {
    const c = db.collection<{ n: number }>('c');
    await c.createIndex({ n: 1 });
    await c.insertMany(Array.from({ length: 200 }, (_, n) => ({ n })));
    const result = await c.updateMany({ n: { $gte: 0 } }, { $inc: { n: 1000 } });
    assert.equal(result.modifiedCount, 200);
    assert.equal(await c.countDocuments({ n: { $gte: 1000, $lt: 1200 } }), 200);
  });

  story('untouched numbers keep their BSON type', async (db) => {
    const original = {
      _id: 1 as never,
      int: new Int32(1),
      long: Long.fromNumber(1),
      double: new Double(1),
      decimal: Decimal128.fromString('1.10'),
      big: Long.fromString('9007199254740993'),
    };
    await db.collection('c').insertOne(original);
    await db.collection('c').updateOne({}, { $set: { touched: true } });
    await db.collection('c').updateOne({}, [{ $set: { copied: '$long' } }]);
    const raw = await db.collection('c').findOne({}, { promoteValues: false, promoteLongs: false });
    const types = (doc: object) =>
      Object.fromEntries(
        Object.entries(doc).map(([key, value]) => [key, `${(value as { _bsontype?: string })?._bsontype ?? typeof value} ${String(value)}`]),
      );
    const { _id: _, touched: __, copied: ___, ...rest } = raw!;
    const { _id: ____, ...wanted } = original;
    assert.deepEqual(types(rest), types(wanted));
  });

  story('$inc grows an int to a long and refuses to overflow one', async (db) => {
    await db.collection('c').insertOne({ a: new Int32(2 ** 31 - 1), b: Long.MAX_VALUE });
    await db.collection('c').updateOne({}, { $inc: { a: 1 } });
    assert.equal((await db.collection('c').findOne())!['a'], 2 ** 31);
    assert.equal((await failure(db.collection('c').updateOne({}, { $inc: { b: 1 } }))).code, 2);
  });

  story('findOneAndUpdate gives before or after, sorts, projects and upserts', async (db) => {
    const c = db.collection<{ _id: number; n: number; s?: string }>('c');
    await c.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 5 },
      { _id: 3, n: 3 },
    ]);
    assert.deepEqual(await c.findOneAndUpdate({}, { $inc: { n: 1 } }, { sort: { n: -1 } }), { _id: 2, n: 5 });
    assert.deepEqual(await c.findOneAndUpdate({}, { $inc: { n: 1 } }, { sort: { n: -1 }, returnDocument: 'after', projection: { n: 1, _id: 0 } }), {
      n: 7,
    });
    assert.equal(await c.findOneAndUpdate({ _id: 9 }, { $set: { n: 0 } }), null);
    const upserted = await c.findOneAndUpdate({ _id: 9 }, { $set: { n: 0 } }, { upsert: true, returnDocument: 'after', includeResultMetadata: true });
    assert.deepEqual(upserted.value, { _id: 9, n: 0 });
    assert.deepEqual(upserted.lastErrorObject, { n: 1, updatedExisting: false, upserted: 9 });
    assert.deepEqual(await c.findOneAndDelete({ _id: 9 }), { _id: 9, n: 0 });
    assert.deepEqual(await c.findOneAndReplace({ _id: 1 }, { n: 8 }, { returnDocument: 'after' }), { _id: 1, n: 8 });
  });
});
