import assert from 'node:assert/strict';
import { test } from 'node:test';
import mongoose from 'mongoose';
import { startEmbeddedMongodb } from './index.ts';
import { contract, failure } from './testing.ts';

type Doc = Record<string, unknown>;

contract('commands', (story) => {
  story('unknown commands, options and concerns are refused', async (db) => {
    await db.collection('c').insertOne({});
    for (const [command, codes] of [
      [{ frobnicate: 1 }, [59]],
      [{ find: 'c', frobnicate: 1 }, [40415]],
      [{ find: 'c', hint: 'none' }, [2]],
      [{ insert: 'c', documents: [] }, [16]],
      [{ find: 'c', tailable: true }, [2]],
      [{ find: 'c', sort: { a: 7 } }, [2, 15975]],
      [{ find: 'c', skip: -1 }, [51024]],
      [{ find: 5 }, [73, 2]],
      [{ listIndexes: 'none' }, [26]],
      [{ insert: 'a$b', documents: [{}] }, [73]],
      [{ getMore: mongoose.mongo.BSON.Long.fromNumber(7), collection: 'c' }, [43]],
      [{ findAndModify: 'c', remove: true, new: true }, [9]],
      [{ dropIndexes: 'c', index: '_id_' }, [72]],
      [{ create: 'c2', validator: 5 }, [14, 238]],
      [
        { commitTransaction: 1, txnNumber: mongoose.mongo.BSON.Long.fromNumber(1), autocommit: false, lsid: { id: new mongoose.mongo.BSON.UUID() } },
        [13, 20, 251, 263],
      ],
    ] as [Doc, number[]][]) {
      const error = await failure(db.command(command));
      assert.ok(codes.includes(error.code!), `${JSON.stringify(command)}: ${error.code} ${error.message}`);
    }
    assert.equal((await db.command({ ping: 1 }))['ok'], 1);
  });

  story('databases and collections are listed, renamed and dropped', async (db) => {
    await db.createCollection('a');
    await db.collection('b').insertOne({});
    assert.deepEqual((await db.listCollections().toArray()).map(({ name }) => name).toSorted(), ['a', 'b']);
    assert.deepEqual(
      (await db.listCollections({ name: 'b' }, { nameOnly: true }).toArray()).map(({ name }) => name),
      ['b'],
    );
    await db.collection('b').rename('z');
    assert.equal(await db.collection('z').countDocuments(), 1);
    assert.ok((await db.admin().listDatabases()).databases.some(({ name }) => name === db.databaseName));
    assert.equal(await db.collection('z').drop(), true);
    assert.equal(await db.collection('z').countDocuments(), 0);
  });

  story('deletes one or many', async (db) => {
    await db.collection('c').insertMany([{ a: 1 }, { a: 1 }, { a: 2 }, { a: 1 }]);
    assert.equal((await db.collection('c').deleteOne({ a: 1 })).deletedCount, 1);
    assert.equal((await db.collection('c').deleteMany({ a: 1 })).deletedCount, 2);
    assert.equal((await db.collection('none').deleteMany({})).deletedCount, 0);
  });

  story('a mixed bulk write', async (db) => {
    const result = await db
      .collection<{ _id: number; n?: number }>('c')
      .bulkWrite([
        { insertOne: { document: { _id: 1 } } },
        { updateOne: { filter: { _id: 1 }, update: { $set: { n: 1 } } } },
        { replaceOne: { filter: { _id: 2 }, replacement: { n: 2 }, upsert: true } },
        { deleteOne: { filter: { _id: 1 } } },
        { updateMany: { filter: {}, update: { $inc: { n: 1 } } } },
      ]);
    assert.deepEqual([result.insertedCount, result.modifiedCount, result.upsertedCount, result.deletedCount], [1, 2, 1, 1]);
    assert.deepEqual(await db.collection('c').find().toArray(), [{ _id: 2, n: 3 }]);
  });
});

test('mongoose works on two connections at once, with sessions, populate and hooks', async () => {
  await using server = await startEmbeddedMongodb({ directory: undefined });
  const [one, two] = await Promise.all([1, 2].map(() => mongoose.createConnection(server.url, { dbName: 'shop', w: 'majority' }).asPromise()));
  // Before the server: a client that is closed while its server goes away may wait for it for ever.
  await using _closing = { [Symbol.asyncDispose]: () => Promise.all([one!.close(), two!.close()]).then(() => {}) };
  const person = new mongoose.Schema({ email: { type: String, unique: true }, tags: [String] }, { timestamps: true, optimisticConcurrency: true });
  const order = new mongoose.Schema({ buyer: { type: mongoose.Schema.Types.ObjectId, ref: 'Person' }, lines: [{ sku: String, n: Number }] });
  const [People, Orders] = [one!.model('Person', person), one!.model('Order', order)];
  const Others = two!.model('Person', person);
  await Promise.all([People.init(), Others.init()]);
  const ada = await People.create({ email: 'ada@x', tags: ['a'] });
  assert.equal((await failure(Others.create({ email: 'ada@x' }))).code, 11000);
  const stale = (await Others.findById(ada._id))!;
  ada.tags.push('b');
  await ada.save();
  stale.tags.push('c');
  assert.match((await failure(stale.save())).name, /VersionError/);
  const placed = await Orders.create({ buyer: ada._id, lines: [{ sku: 's', n: 1 }] });
  placed.lines[0]!.n = 5;
  await placed.save();
  const found = await Orders.findOne({ 'lines.n': { $gte: 5 } })
    .populate<{ buyer: { email: string } }>('buyer')
    .orFail();
  assert.equal(found.buyer.email, 'ada@x');
  const session = await one!.startSession();
  assert.equal(await People.countDocuments({}, { session }), 1);
  session.startTransaction();
  assert.match((await failure(People.create([{ email: 'b@x' }], { session }))).message, /retryable writes|transaction/i); // the driver's own words for code 20
  assert.equal(await Others.countDocuments({ email: 'b@x' }), 0);
  await session.endSession();
});
