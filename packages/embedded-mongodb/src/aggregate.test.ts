import assert from 'node:assert/strict';
import { contract, failure } from './testing.ts';

type Doc = Record<string, unknown>;
const orders: Doc[] = [
  { _id: 1, customer: 'a', total: 10, items: ['x', 'y'], at: new Date('2026-01-01T10:00:00Z') },
  { _id: 2, customer: 'b', total: 5, items: ['x'], at: new Date('2026-01-01T12:00:00Z') },
  { _id: 3, customer: 'a', total: 7, items: [], at: new Date('2026-01-02T10:00:00Z') },
];
const customers: Doc[] = [
  { _id: 'a', name: 'Ada' },
  { _id: 'b', name: 'Bo' },
  { _id: 'c', name: 'Cy' },
];

const pipelines: [title: string, pipeline: Doc[], result: unknown[]][] = [
  [
    'match, sort, limit',
    [{ $match: { total: { $gt: 5 } } }, { $sort: { total: 1 } }, { $limit: 1 }, { $project: { total: 1, _id: 0 } }],
    [{ total: 7 }],
  ],
  ['limit before match', [{ $sort: { _id: 1 } }, { $limit: 2 }, { $match: { customer: 'a' } }, { $project: { _id: 1 } }], [{ _id: 1 }]],
  [
    'group',
    [
      {
        $group: { _id: '$customer', sum: { $sum: '$total' }, avg: { $avg: '$total' }, n: { $sum: 1 }, all: { $push: '$_id' }, last: { $max: '$at' } },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 'a', sum: 17, avg: 8.5, n: 2, all: [1, 3], last: new Date('2026-01-02T10:00:00Z') },
      { _id: 'b', sum: 5, avg: 5, n: 1, all: [2], last: new Date('2026-01-01T12:00:00Z') },
    ],
  ],
  [
    'group by an expression',
    [{ $group: { _id: { day: { $dateToString: { date: '$at', format: '%Y-%m-%d' } } }, n: { $count: {} } } }, { $sort: { '_id.day': 1 } }],
    [
      { _id: { day: '2026-01-01' }, n: 2 },
      { _id: { day: '2026-01-02' }, n: 1 },
    ],
  ],
  [
    'unwind',
    [{ $unwind: '$items' }, { $sortByCount: '$items' }, { $sort: { count: -1 } }],
    [
      { _id: 'x', count: 2 },
      { _id: 'y', count: 1 },
    ],
  ],
  [
    'lookup over _id',
    [
      { $sort: { _id: 1 } },
      { $limit: 1 },
      { $lookup: { from: 'customers', localField: 'customer', foreignField: '_id', as: 'who' } },
      { $project: { who: 1 } },
    ],
    [{ _id: 1, who: [{ _id: 'a', name: 'Ada' }] }],
  ],
  [
    'lookup with a pipeline',
    [
      { $match: { _id: 2 } },
      { $lookup: { from: 'customers', let: { c: '$customer' }, pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$c'] } } }], as: 'who' } },
      { $project: { 'who.name': 1 } },
    ],
    [{ _id: 2, who: [{ name: 'Bo' }] }],
  ],
  [
    'facet',
    [
      {
        $facet: {
          n: [{ $count: 'n' }],
          joined: [
            { $match: { _id: 2 } },
            { $lookup: { from: 'customers', localField: 'customer', foreignField: '_id', as: 'w' } },
            { $project: { 'w.name': 1 } },
          ],
        },
      },
    ],
    [{ n: [{ n: 3 }], joined: [{ _id: 2, w: [{ name: 'Bo' }] }] }],
  ],
  ['count', [{ $match: { customer: 'a' } }, { $count: 'n' }], [{ n: 2 }]],
  ['count of none', [{ $match: { customer: 'zz' } }, { $count: 'n' }], []],
  [
    'bucket',
    [{ $bucket: { groupBy: '$total', boundaries: [0, 6, 20], output: { n: { $sum: 1 } } } }],
    [
      { _id: 0, n: 1 },
      { _id: 6, n: 2 },
    ],
  ],
  [
    'conditions',
    [{ $sort: { _id: 1 } }, { $project: { big: { $cond: [{ $gte: ['$total', 7] }, 'yes', 'no'] }, first: { $arrayElemAt: ['$items', 0] } } }],
    [
      { _id: 1, big: 'yes', first: 'x' },
      { _id: 2, big: 'no', first: 'x' },
      { _id: 3, big: 'yes' },
    ],
  ],
  [
    'unionWith',
    [
      { $match: { _id: 1 } },
      { $project: { _id: 1 } },
      { $unionWith: { coll: 'customers', pipeline: [{ $match: { _id: 'c' } }, { $project: { _id: 1 } }] } },
    ],
    [{ _id: 1 }, { _id: 'c' }],
  ],
  [
    'window',
    [
      { $setWindowFields: { sortBy: { at: 1 }, output: { running: { $sum: '$total', window: { documents: ['unbounded', 'current'] } } } } },
      { $project: { running: 1 } },
    ],
    [
      { _id: 1, running: 10 },
      { _id: 2, running: 15 },
      { _id: 3, running: 22 },
    ],
  ],
  [
    'missing fields',
    [
      { $sort: { _id: 1 } },
      { $group: { _id: null, pushed: { $push: '$nope' }, set: { $addToSet: '$nope' }, firsts: { $push: { $arrayElemAt: ['$items', 1] } } } },
      { $addFields: { sum: { $add: ['$nope', 1] } } },
    ],
    [{ _id: null, pushed: [], set: [], firsts: ['y'], sum: null }],
  ],
  ['replaceRoot', [{ $match: { _id: 1 } }, { $replaceRoot: { newRoot: { t: '$total' } } }], [{ t: 10 }]],
];

contract('aggregate', (story) => {
  story('pipelines', async (db, t) => {
    await db.collection('orders').insertMany(orders as never);
    await db.collection('customers').insertMany(customers as never);
    for (const [title, pipeline, result] of pipelines) {
      await t.test(title, async () => assert.deepEqual(await db.collection('orders').aggregate(pipeline).toArray(), result));
    }
  });

  story('unknown stages and change streams are refused by code', async (db) => {
    await db.collection('c').insertOne({});
    for (const [pipeline, codes] of [
      [[{ $frobnicate: {} }], [40324]],
      [[{ $match: {}, $limit: 1 }], [40323]],
      [[{ $changeStream: {} }], [40573]],
      [[{ $match: { a: { $nope: 1 } } }], [2]],
      [[{ $project: { a: { $nope: 1 } } }], [31325, 168]],
      [[{ $limit: 0 }], [15958]],
    ] as [Doc[], number[]][]) {
      const error = await failure(db.collection('c').aggregate(pipeline).toArray());
      assert.ok(codes.includes(error.code!), `${JSON.stringify(pipeline)}: ${error.code} ${error.message}`);
    }
  });

  story('a long result comes in batches', async (db) => {
    await db.collection('c').insertMany(Array.from({ length: 500 }, (_, n) => ({ n })));
    const found = await db
      .collection('c')
      .aggregate([{ $addFields: { m: { $multiply: ['$n', 2] } } }], { batchSize: 11 })
      .toArray();
    assert.equal(found.length, 500);
    assert.equal(found[499]!['m'], 998);
  });
});
