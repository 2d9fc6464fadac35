import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { contract, failure } from './testing.ts';

const { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId } = mongoose.mongo.BSON;
type Doc = Record<string, unknown>;

const id = new ObjectId();
const docs: Doc[] = [
  { _id: 1, n: 1, s: 'apple', tags: ['a', 'b'], o: { x: 1, y: null }, at: new Date(1000), ref: id },
  {
    _id: 2,
    n: 2.5,
    s: 'Banana',
    tags: [],
    o: { x: 2 },
    at: new Date(2000),
    list: [
      { k: 'p', v: 1 },
      { k: 'q', v: 9 },
    ],
  },
  { _id: 3, n: Long.fromNumber(3), s: null, tags: 'a', o: { y: 1 }, list: [{ k: 'p', v: 9 }] },
  { _id: 4, n: '4', tags: ['c', ['a']], o: 5, bin: new Binary(Buffer.from([1, 2])) },
  { _id: 5, n: [1, 10], o: [{ x: 1 }, { x: 7 }], dec: Decimal128.fromString('2.50') },
  { _id: 6, n: NaN, flag: true, deep: { list: [{ l: [1, 2] }, { l: [3] }] } },
];

const filters: [title: string, filter: Doc, ids: number[]][] = [
  ['equality over number types', { n: 3 }, [3]],
  ['equality over a decimal', { dec: 2.5 }, [5]],
  ['equality with an element', { n: 10 }, [5]],
  ['equality with a whole array', { tags: ['a', 'b'] }, [1]],
  ['equality with an empty array', { tags: [] }, [2]],
  ['equality with a nested array', { tags: ['a'] }, [4]],
  ['equality with an object and its order', { o: { x: 1, y: null } }, [1]],
  ['null and missing', { s: null }, [3, 4, 5, 6]],
  ['null below a path', { 'o.x': null }, [3, 4, 6]],
  ['$ne', { tags: { $ne: 'a' } }, [2, 4, 5, 6]],
  ['$gt stays within a type', { n: { $gt: 1 } }, [2, 3, 5]],
  ['$lt', { n: { $lt: 2 } }, [1, 5]],
  ['a range over an array may be met by two elements', { n: { $gt: 5, $lt: 3 } }, [5]],
  ['NaN', { n: NaN }, [6]],
  ['$gte null', { s: { $gte: null } }, [3, 4, 5, 6]],
  ['strings order by bytes', { s: { $lt: 'a' } }, [2]],
  ['dates', { at: { $gt: new Date(1500) } }, [2]],
  ['ObjectId', { ref: id }, [1]],
  ['binary', { bin: new Binary(Buffer.from([1, 2])) }, [4]],
  ['$in with null and a regular expression', { s: { $in: [null, /^App/i] } }, [1, 3, 4, 5, 6]],
  ['$nin', { n: { $nin: [1, 2.5, 3] } }, [4, 6]],
  ['$exists true', { 'o.y': { $exists: true } }, [1, 3]],
  ['$exists false', { list: { $exists: false } }, [1, 4, 5, 6]],
  ['$type by name', { n: { $type: 'string' } }, [4]],
  ['$type long', { n: { $type: 'long' } }, [3]],
  ['$type array', { n: { $type: 'array' } }, [5]],
  ['$type number', { n: { $type: 'number' } }, [1, 2, 3, 5, 6]],
  ['$size', { tags: { $size: 2 } }, [1, 4]],
  ['$all', { tags: { $all: ['a', 'b'] } }, [1]],
  ['$all with $elemMatch', { list: { $all: [{ $elemMatch: { k: 'p' } }, { $elemMatch: { v: 9 } }] } }, [2, 3]],
  ['$elemMatch needs one element for all', { list: { $elemMatch: { k: 'p', v: 9 } } }, [3]],
  ['without $elemMatch several will do', { 'list.k': 'p', 'list.v': 9 }, [2, 3]],
  ['$elemMatch on values', { n: { $elemMatch: { $gt: 5, $lt: 20 } } }, [5]],
  ['array position', { 'o.1.x': 7 }, [5]],
  ['arrays in arrays', { 'deep.list.l': 3 }, [6]],
  ['$regex with options', { s: { $regex: '^b', $options: 'i' } }, [2]],
  ['$not', { n: { $not: { $gte: 2 } } }, [1, 4, 6]],
  ['$not regex', { s: { $not: /an/ } }, [1, 3, 4, 5, 6]],
  ['$mod', { n: { $mod: [2, 1] } }, [1, 3, 5]],
  ['$bitsAllSet', { n: { $bitsAllSet: 2 } }, [3, 5]],
  ['$or and $and', { $or: [{ n: 1 }, { $and: [{ s: null }, { flag: true }] }] }, [1, 5, 6]],
  ['$nor', { $nor: [{ n: 1 }, { n: 2.5 }] }, [3, 4, 6]],
  ['$expr', { $expr: { $eq: ['$o.x', 2] } }, [2]],
  ['$expr sees types', { $expr: { $gt: ['$at', new Date(1500)] } }, [2]],
];

const badFilters: [filter: Doc, codes: number[]][] = [
  [{ n: { $foo: 1 } }, [2]],
  [{ $foo: 1 }, [2]],
  [{ $or: [] }, [2]],
  [{ n: { $in: 5 } }, [2]],
  [{ n: { $size: 'x' } }, [2]],
  [{ s: { $regex: '(' } }, [2, 51091]],
  [{ $text: { $search: 'x' } }, [27]],
  [{ n: { $mod: [0, 1] } }, [2]],
  [{ n: { $elemMatch: 5 } }, [2]],
  [{ n: { $gt: 1, x: 1 } }, [2]],
];

const projections: [title: string, projection: Doc, result: Doc][] = [
  ['inclusion', { s: 1, 'o.x': 1 }, { _id: 7, s: 'x', o: { x: 1 } }],
  ['inclusion without _id', { s: true, _id: 0 }, { s: 'x' }],
  ['only _id', { _id: 1 }, { _id: 7 }],
  ['exclusion', { o: 0, list: 0, a: 0 }, { _id: 7, s: 'x' }],
  ['exclusion below', { 'o.x': 0, list: 0, a: 0, s: 0 }, { _id: 7, o: { y: 2 } }],
  ['through arrays', { 'list.k': 1, _id: 0 }, { list: [{ k: 1 }, { k: 2 }] }],
  ['$slice', { a: { $slice: 2 }, o: 0, list: 0, s: 0 }, { _id: 7, a: [1, 2] }],
  ['$slice from the end', { a: { $slice: -1 }, _id: 1, s: 1 }, { _id: 7, s: 'x', a: [4] }],
  ['$slice with skip', { a: { $slice: [1, 2] }, _id: 0, s: 1 }, { s: 'x', a: [2, 3] }],
  ['$elemMatch', { list: { $elemMatch: { k: 2 } }, _id: 0 }, { list: [{ k: 2, v: 5 }] }],
  ['computed', { _id: 0, twice: { $multiply: ['$o.x', 2] }, name: '$s' }, { twice: 2, name: 'x' }],
];

contract('query', (story) => {
  story('filters', async (db, t) => {
    await db.collection('c').insertMany(docs as never);
    for (const [title, filter, ids] of filters) {
      await t.test(title, async () => {
        const found = await db.collection('c').find(filter).sort({ _id: 1 }).toArray();
        assert.deepEqual(
          found.map(({ _id }) => _id),
          ids,
        );
        assert.equal(await db.collection('c').countDocuments(filter), ids.length);
      });
    }
  });

  story('malformed filters fail, on an empty collection too', async (db) => {
    for (const [filter, codes] of badFilters) {
      const error = await failure(db.collection('c').find(filter).toArray());
      assert.ok(codes.includes(error.code!), `${JSON.stringify(filter)}: ${error.code} ${error.message}`);
    }
  });

  story('projections', async (db, t) => {
    await db.collection('c').insertOne({
      _id: 7 as never,
      s: 'x',
      o: { x: 1, y: 2 },
      a: [1, 2, 3, 4],
      list: [
        { k: 1, v: 4 },
        { k: 2, v: 5 },
      ],
    });
    for (const [title, projection, result] of projections) {
      await t.test(title, async () => assert.deepEqual(await db.collection('c').findOne({}, { projection }), result));
    }
    assert.deepEqual(await db.collection('c').findOne({ 'list.v': 5 }, { projection: { 'list.$': 1, _id: 0 } }), { list: [{ k: 2, v: 5 }] });
    assert.equal((await failure(db.collection('c').findOne({}, { projection: { a: 1, s: 0 } }))).code, 31254);
  });

  story('sorting follows the order of types', async (db) => {
    const values = [
      new MinKey(),
      null,
      1,
      2.5,
      Long.fromNumber(3),
      'A',
      'a',
      { x: 1 },
      { x: 2 },
      [9],
      new Binary(Buffer.from([1])),
      id,
      false,
      true,
      new Date(5),
      new MaxKey(),
    ];
    const shuffled = values.map((v, i) => ({ _id: i, v })).toSorted((a, b) => ((a._id * 7) % 16) - ((b._id * 7) % 16));
    const c = db.collection<{ _id: number; v: unknown }>('c');
    await c.insertMany(shuffled as never);
    const ids = async (direction: 1 | -1) => (await c.find().sort({ v: direction }).toArray()).map(({ _id }) => _id);
    // An array sorts by its least element upwards and by its greatest downwards: [9] stands among the numbers.
    const up = [0, 1, 2, 3, 4, 9, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15];
    assert.deepEqual(await ids(1), up);
    assert.deepEqual(await ids(-1), up.toReversed());
    await c.createIndex({ v: 1 });
    assert.deepEqual(await ids(1), up);
  });

  story('skip, limit and a negative limit', async (db) => {
    const c = db.collection<{ _id: number }>('c');
    await c.insertMany(Array.from({ length: 10 }, (_, _id) => ({ _id })));
    const ids = (cursor: { toArray(): Promise<{ _id: number }[]> }) => cursor.toArray().then((found) => found.map(({ _id }) => _id));
    assert.deepEqual(await ids(c.find().sort({ _id: -1 }).skip(2).limit(3)), [7, 6, 5]);
    assert.deepEqual(await ids(c.find().sort({ _id: 1 }).limit(-2)), [0, 1]);
    assert.equal(await c.countDocuments({}, { skip: 4, limit: 3 }), 3);
    assert.equal(await c.estimatedDocumentCount(), 10);
  });

  story('distinct reaches into arrays and orders the values', async (db) => {
    await db.collection('c').insertMany([{ v: ['b', 'a'] }, { v: 'a' }, { v: 3 }, {}]);
    assert.deepEqual(await db.collection('c').distinct('v'), [3, 'a', 'b']);
  });

  story('a cursor gives every document once, in batches, while others are deleted', async (db) => {
    const c = db.collection<{ _id: number }>('c');
    await c.insertMany(Array.from({ length: 1000 }, (_, _id) => ({ _id })));
    const seen: number[] = [];
    for await (const { _id } of c.find({}, { batchSize: 37 })) {
      seen.push(_id);
      if (_id === 500) await c.deleteMany({ _id: { $gt: 900 } });
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 901 }, (_, i) => i),
    );
  });

  story('a killed cursor cannot be read on', async (db) => {
    await db.collection('c').insertMany(Array.from({ length: 10 }, () => ({})));
    const opened = await db.command({ find: 'c', batchSize: 3 });
    assert.equal(opened['cursor'].firstBatch.length, 3);
    const next = await db.command({ getMore: opened['cursor'].id, collection: 'c', batchSize: 2 });
    assert.equal(next['cursor'].nextBatch.length, 2);
    await db.command({ killCursors: 'c', cursors: [opened['cursor'].id] });
    assert.equal((await failure(db.command({ getMore: opened['cursor'].id, collection: 'c' }))).code, 43);
  });

  story('round trip keeps every BSON type', async (db) => {
    const doc = {
      _id: new ObjectId(),
      d: Decimal128.fromString('1.230'),
      b: new Binary(Buffer.from('hi'), 0),
      u: new mongoose.mongo.BSON.UUID(),
      t: new Date(0),
      r: /x/i,
      n: null,
      l: [1, [2, { z: 3 }]],
      min: new MinKey(),
      deep: { $weird: 1, 'dotted.name': 2 },
      '': 'empty name',
    };
    await db.collection('c').insertOne(doc);
    assert.deepEqual(await db.collection('c').findOne(), doc);
  });
});
