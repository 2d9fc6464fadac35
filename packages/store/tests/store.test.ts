import { type CloudEvent, defineEvent, type EventBus } from '@customerai/events';
import { acrossTenants, InvalidPage, openStore, page, setWithOutbox, type StoredDocument, withOutbox } from '@customerai/store';
import { createTestParts, newTenant, type TestParts } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';

interface Note extends StoredDocument {
  rank: number;
  title: string;
}
const noted = defineEvent({ type: 'note.changed', version: 1, description: 'For these tests.', schema: z.object({ noteId: z.string() }) });

let parts: TestParts;
before(async () => (parts = await createTestParts()));
after(() => parts[Symbol.asyncDispose]());

async function openNotes(bus: EventBus = parts.bus, errors: Error[] = []) {
  const store = await openStore({ url: parts.mongoUrl, database: `store-${parts.newId()}`, bus, onError: (error) => void errors.push(error) });
  const notes = store.collection<Note>('notes', { fields: { rank: Number, title: String }, indexes: [[{ tenant: 1, rank: 1 }]], outbox: true });
  await store.start();
  return { notes, store, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() };
}
const event = (tenant: string, noteId: string) =>
  noted.create({ id: parts.newId(), source: 'test', tenant, partitionkey: noteId, time: parts.clock(), data: { noteId } });

async function readEvents(tenant: string, count: number): Promise<CloudEvent[]> {
  const events: CloudEvent[] = [];
  for await (const logged of await parts.bus.tail({ types: ['note.changed'], tenant, from: 1 })) {
    events.push(logged.event);
    if (events.length === count) break;
  }
  return events;
}

test('a query that names no tenant is an error', async () => {
  await using context = await openNotes();
  await assert.rejects(context.notes.find({ rank: 1 }).exec(), /names no tenant/);
  await assert.rejects(context.notes.updateOne({ _id: 'x' }, { $set: { rank: 2 } }).exec(), /names no tenant/);
  await assert.rejects(context.notes.countDocuments({}).exec(), /names no tenant/);
  await assert.rejects(context.notes.aggregate([{ $group: { _id: '$rank' } }]).exec(), /names the tenant/);
  await assert.rejects(context.notes.find({ tenant: { $ne: 'x' } } as never).exec(), /names no tenant/);
  assert.equal(await context.notes.countDocuments({}).setOptions(acrossTenants), 0);
});

test('an unknown field in a query is an error, never ignored', async () => {
  await using context = await openNotes();
  await assert.rejects(context.notes.find({ tenant: 't', rnak: 1 } as never).exec(), /rnak/);
});

test('events of an insert and of updates are published in order, and the document is left clean', async () => {
  await using context = await openNotes();
  const tenant = newTenant();
  const events = [event(tenant, 'n1'), event(tenant, 'n1'), event(tenant, 'n1')];
  await context.notes.create({ _id: 'n1', tenant, rank: 1, title: 'a', ...withOutbox([events[0]!]) } as never);
  await context.notes.updateOne({ _id: 'n1', tenant }, setWithOutbox({ rank: 2 }, [events[1]!]));
  await context.notes.findOneAndUpdate({ _id: 'n1', tenant }, setWithOutbox({ rank: 3 }, [events[2]!]));
  await context.store.settle();
  assert.deepEqual(
    (await readEvents(tenant, 3)).map(({ id }) => id),
    events.map(({ id }) => id),
  );
  const raw = await context.notes.findOne({ _id: 'n1', tenant }).select('+outbox +outboxPending').lean();
  assert.deepEqual(raw, { _id: 'n1', tenant, rank: 3, title: 'a' });
});

test('while the bus is away the event waits, and is published once when it is back', async () => {
  const errors: Error[] = [];
  let away = true;
  const bus: EventBus = new Proxy(parts.bus, {
    get: (target, key) =>
      key === 'publish' && away ? () => Promise.reject(new Error('away')) : (Reflect.get(target, key).bind?.(target) ?? Reflect.get(target, key)),
  });
  await using context = await openNotes(bus, errors);
  const tenant = newTenant();
  await context.notes.create({ _id: 'n1', tenant, rank: 1, title: 'a', ...withOutbox([event(tenant, 'n1')]) } as never);
  await context.store.settle();
  assert.match(errors[0]!.message, /wait in the outbox/);
  away = false;
  await context.store.settle();
  const [published, ...more] = await readEvents(tenant, 1);
  assert.equal((published!.data as { noteId: string }).noteId, 'n1');
  assert.deepEqual(more, []);
});

test('a store that starts publishes what an earlier process left', async () => {
  const tenant = newTenant();
  const database = `store-${parts.newId()}`;
  const open = () => openStore({ url: parts.mongoUrl, database, bus: parts.bus, onError: assert.fail });
  const define = (store: Awaited<ReturnType<typeof open>>) =>
    store.collection<Note>('notes', { fields: { rank: Number, title: String }, outbox: true });
  {
    await using store = await open();
    await store.connection.asPromise();
    // Written without a relay, as by a process that was killed right after its write.
    await define(store).collection.insertOne({ _id: 'n1', tenant, rank: 1, title: 'a', ...withOutbox([event(tenant, 'n1')]) } as never);
  }
  await using store = await open();
  define(store);
  await store.start();
  await store.settle();
  assert.equal((await readEvents(tenant, 1)).length, 1);
});

test('pages hold every document once, in order, whatever is inserted meanwhile', async () => {
  await using context = await openNotes();
  const tenant = newTenant();
  const ids = Array.from({ length: 23 }, (_, index) => `n${String(index).padStart(2, '0')}`);
  await context.notes.insertMany(ids.map((_id, index) => ({ _id, tenant, rank: index % 4, title: 'a' })));
  await context.notes.insertMany(ids.map((_id) => ({ _id: `other-${_id}`, tenant: newTenant(), rank: 0, title: 'b' })));
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const result: any = await page(context.notes, { tenant }, { sort: [['rank', -1]], first: 5, after, toNode: (note) => note._id });
    seen.push(...result.edges.map(({ node }: { node: string }) => node));
    assert.equal(await result.totalCount(), seen.length > 5 ? 24 : 23);
    if (seen.length === 5) await context.notes.create({ _id: 'new', tenant, rank: 9, title: 'a' } as never);
    after = result.pageInfo.hasNextPage ? result.pageInfo.endCursor : null;
  } while (after);
  assert.deepEqual(seen.toSorted(), ids);
});

for (const [first, after, argument] of [
  [0, null, 'first'],
  [101, null, 'first'],
  [5, 'nonsense', 'after'],
  [5, Buffer.from('[{"$gt":""},"x"]').toString('base64url'), 'after'],
] as const) {
  test(`first: ${first}, after: ${after} is refused and names the argument`, async () => {
    await using context = await openNotes();
    await assert.rejects(
      page(context.notes, { tenant: 't' }, { sort: [['rank', 1]], first, after, toNode: String }),
      (error: InvalidPage) => error.argument === argument,
    );
  });
}
