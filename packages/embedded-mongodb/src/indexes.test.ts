import assert from 'node:assert/strict';
import { contract, failure } from './testing.ts';

type Doc = Record<string, unknown>;

/** A small seeded generator: the same "random" documents and queries in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const strip = (docs: Doc[]) => docs.map((doc) => JSON.stringify(doc));

contract('indexes', (story) => {
  story('give the same answers as full scans', async (db) => {
    const random = seeded(20260117);
    const pick = <T>(list: T[]): T => list[random(list.length)]!;
    const scalar = (): unknown =>
      pick<() => unknown>([
        () => random(6),
        () => random(6) + 0.5,
        () => pick(['a', 'b', 'B', '']),
        () => null,
        () => new Date(random(4) * 1000),
        () => random(2) === 1,
        () => ({ x: random(3) }),
      ])();
    const value = (): unknown => (random(4) === 0 ? Array.from({ length: random(4) }, scalar) : scalar());
    const docs = Array.from({ length: 400 }, (_, _id): Doc => ({
      _id,
      ...(random(5) ? { a: value() } : {}),
      ...(random(5) ? { b: scalar() } : {}),
      ...(random(3) ? { o: random(3) ? { x: value(), y: scalar() } : Array.from({ length: random(3) }, () => ({ x: scalar(), y: scalar() })) } : {}),
    }));
    const [plain, indexed] = [db.collection('plain'), db.collection('indexed')];
    await plain.insertMany(docs as never);
    await indexed.insertMany(docs.slice(0, 200) as never);
    for (const key of [{ a: 1 }, { b: -1 }, { b: 1, a: -1 }, { 'o.x': 1, 'o.y': 1 }, { 'o.y': 1, b: 1 }]) await indexed.createIndex(key as never);
    await indexed.createIndex({ b: 1, _id: 1 }, { sparse: true, name: 'sparse' });
    await indexed.createIndex({ a: 1, b: 1 }, { partialFilterExpression: { b: { $gt: 1 } }, name: 'partial' });
    await indexed.insertMany(docs.slice(200) as never);

    const condition = (): unknown =>
      pick<() => unknown>([
        scalar,
        () => ({ $gt: scalar() }),
        () => ({ $gte: random(5), $lt: random(7) }),
        () => ({ $in: [scalar(), scalar()] }),
        () => ({ $lte: scalar() }),
        () => ({ $ne: scalar() }),
        () => ({ $exists: random(2) === 1 }),
        () => ({ $gt: random(4) }),
        () => ({ $in: [random(6), random(6), random(6)] }),
        () => [scalar()],
        () => ({ $not: { $gt: random(4) } }),
      ])();
    const fields = (): Doc =>
      Object.fromEntries(Array.from({ length: 1 + random(2) }, () => [pick(['a', 'b', 'o.x', 'o.y', '_id', 'o']), condition()]));
    for (let i = 0; i < 400; i++) {
      const filter: Doc = random(5) === 0 ? { $or: [fields(), fields()] } : random(8) === 0 ? { $and: [fields(), fields()] } : fields();
      const sort: Doc = {
        ...(random(3) ? { [pick(['a', 'b', 'o.x', 'o.y'])]: pick([1, -1]) } : {}),
        ...(random(2) ? { b: pick([1, -1]) } : {}),
        _id: pick([1, -1]),
      };
      const limit = random(3) === 0 ? 1 + random(20) : 0;
      const run = (c: typeof plain) =>
        c
          .find(filter as never)
          .sort(sort as never)
          .limit(limit)
          .toArray();
      assert.deepEqual(strip(await run(indexed)), strip(await run(plain)), JSON.stringify({ filter, sort, limit }));
      if (i % 50 === 49) {
        // Changes keep the indexes in step.
        const target = { _id: random(400) as never };
        const change = { $set: { a: value(), b: scalar() } };
        for (const c of [plain, indexed]) await c.updateOne(target, change as never);
        for (const c of [plain, indexed]) await c.deleteOne({ _id: (random(1) + i) as never });
      }
    }
  });

  story('a unique index refuses the second, also when two ask at once', async (db) => {
    const c = db.collection('users');
    await c.createIndex({ email: 1 }, { unique: true });
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => c.insertOne({ email: 'a@x', n })));
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    const error = await failure(c.insertOne({ email: 'a@x' }));
    assert.equal(error.code, 11000);
    assert.deepEqual(error.keyPattern, { email: 1 });
    assert.deepEqual(error.keyValue, { email: 'a@x' });
    assert.match(error.message, /E11000 duplicate key error collection: \S+\.users index: email_1 dup key: \{ email: "a@x" \}/);
    const byId = await failure(
      c.insertMany([
        { _id: 1 as never, email: 'q' },
        { _id: 1 as never, email: 'r' },
      ]),
    );
    assert.equal(byId.code, 11000);
  });

  story('a refused change leaves document and index as they were', async (db) => {
    const c = db.collection<Doc>('c');
    await c.createIndex({ a: 1 });
    await c.createIndex({ b: 1 }, { unique: true });
    await c.insertMany([
      { _id: 1 as never, a: 1, b: 1 },
      { _id: 2 as never, a: 2, b: 2 },
    ]);
    assert.equal((await failure(c.updateOne({ a: 2 }, { $set: { a: 9, b: 1 } }))).code, 11000);
    assert.deepEqual(await c.find({ a: 2 }).toArray(), [{ _id: 2, a: 2, b: 2 }]);
    assert.equal(await c.countDocuments({ a: 9 }), 0);
    assert.equal((await failure(c.insertOne({ a: 9, b: 1 }))).code, 11000);
    assert.equal(await c.countDocuments({ a: 9 }), 0);
    await c.updateOne({ a: 2 }, { $set: { b: 3 } });
    await c.insertOne({ b: 2 });
    assert.equal(await c.countDocuments(), 3);
  });

  story('an ordered batch stops at the first error, an unordered one goes on', async (db) => {
    const c = db.collection<{ _id: number }>('c');
    const ordered = await failure(c.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }]));
    assert.deepEqual(
      (await c.find().toArray()).map(({ _id }) => _id),
      [1],
    );
    assert.equal(ordered.code, 11000);
    const unordered = await failure(c.insertMany([{ _id: 1 }, { _id: 3 }, { _id: 1 }, { _id: 4 }], { ordered: false }));
    assert.deepEqual(
      unordered.writeErrors!.map(({ index, code }) => [index, code]),
      [
        [0, 11000],
        [2, 11000],
      ],
    );
    assert.deepEqual(
      (await c.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id),
      [1, 3, 4],
    );
  });

  story('sparse and partial unique indexes leave documents out', async (db) => {
    const c = db.collection('c');
    await c.createIndex({ a: 1 }, { unique: true, sparse: true });
    await c.createIndex({ b: 1 }, { unique: true, partialFilterExpression: { live: true } });
    await c.insertMany([{ x: 1 }, { x: 2 }, { b: 1, live: false }, { b: 1, live: true }]);
    assert.equal((await failure(c.insertOne({ b: 1, live: true }))).code, 11000);
    assert.equal((await failure(c.insertMany([{ a: null }, { a: null }]))).code, 11000);
    assert.equal(await c.countDocuments({ b: 1 }), 2);
    assert.equal(await c.countDocuments({ a: null }), 5);
  });

  story('a unique index over an array counts elements', async (db) => {
    const c = db.collection('c');
    await c.createIndex({ tags: 1 }, { unique: true });
    await c.insertOne({ tags: ['a', 'a', 'b'] });
    assert.equal((await failure(c.insertOne({ tags: ['c', 'b'] }))).code, 11000);
    await c.insertOne({ tags: ['c'] });
    assert.equal(await c.countDocuments({ tags: { $in: ['a', 'b', 'c'] } }), 2);
    await c.createIndex({ l: 1, m: 1 });
    assert.equal((await failure(c.insertOne({ tags: 'z', l: [1], m: [2] }))).code, 171);
  });

  story('indexes are listed, dropped and checked', async (db) => {
    const c = db.collection('c');
    await c.createIndexes([{ key: { a: 1 } }, { key: { b: -1 }, unique: true, name: 'by_b' }, { key: { at: 1 }, expireAfterSeconds: 60 }]);
    assert.deepEqual(await c.indexes(), [
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1 }, name: 'a_1' },
      { v: 2, key: { b: -1 }, name: 'by_b', unique: true },
      { v: 2, key: { at: 1 }, name: 'at_1', expireAfterSeconds: 60 },
    ]);
    await c.createIndex({ a: 1 });
    assert.equal((await failure(c.createIndex({ a: 1 }, { name: 'other' }))).code, 85);
    assert.equal((await failure(c.createIndex({ z: 1 }, { name: 'by_b' }))).code, 86);
    assert.equal((await failure(c.createIndex({ a: 0 as 1 }))).code, 67);
    await c.dropIndex('by_b');
    assert.equal((await failure(c.dropIndex('by_b'))).code, 27);
    assert.equal((await failure(c.find({}).hint('by_b').toArray())).code, 2);
    await c.dropIndexes();
    assert.equal((await c.indexes()).length, 1);
    await c.insertMany([{ u: 1 }, { u: 1 }]);
    assert.equal((await failure(c.createIndex({ u: 1 }, { unique: true }))).code, 11000);
    assert.equal((await c.indexes()).length, 1);
  });
});
