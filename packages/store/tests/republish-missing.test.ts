import { type CloudEvent, defineEvent, openBus } from '@customerai/events';
import { openStore, type StoredDocument, withOutbox } from '@customerai/store';
import { createTestParts, type TestParts } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';

const noted = defineEvent({ type: 'note.changed', version: 1, description: 'For these tests.', schema: z.object({ n: z.number() }) });
const TENANT = 'republish';

let parts: TestParts;
before(async () => (parts = await createTestParts()));
after(() => parts[Symbol.asyncDispose]());

/** A log of its own, and what it holds. */
async function openLog() {
  const bus = await openBus('embedded:');
  const published: string[] = [];
  return {
    bus: Object.assign(Object.create(bus) as typeof bus, {
      publish: (event: CloudEvent) => {
        published.push(event.id);
        return bus.publish(event);
      },
    }),
    published,
    [Symbol.asyncDispose]: () => bus[Symbol.asyncDispose](),
  };
}

/** A store on the database, with what it needs to add a note with its event. */
async function openNotes(database: string, bus: Awaited<ReturnType<typeof openBus>>) {
  const store = await openStore({ url: parts.mongoUrl, database, bus, onError: assert.fail });
  const notes = store.collection<StoredDocument>('notes', { fields: {}, outbox: true });
  await store.start();
  await store.settle();
  return {
    add: async (n: number) => {
      const id = parts.newId();
      const event = noted.create({ id, source: 'test', tenant: TENANT, partitionkey: `k${n % 3}`, time: parts.clock(), data: { n } });
      await notes.create({ _id: id, tenant: TENANT, ...withOutbox([event]) } as never);
      await store.settle();
      return event;
    },
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

test('a start with a whole log publishes nothing', async () => {
  const database = `republish-${parts.newId()}`;
  await using log = await openLog();
  {
    await using notes = await openNotes(database, log.bus);
    for (const n of [1, 2, 3]) await notes.add(n);
  }
  assert.equal(log.published.splice(0).length, 3);
  await using _ = await openNotes(database, log.bus);
  assert.deepEqual(log.published, []);
});

test('an empty log gets everything that is remembered, in order', async () => {
  const database = `republish-${parts.newId()}`;
  const events: CloudEvent[] = [];
  await using before = await openLog();
  {
    await using notes = await openNotes(database, before.bus);
    for (const n of [1, 2, 3, 4, 5]) events.push(await notes.add(n));
  }
  await using after = await openLog();
  {
    await using _ = await openNotes(database, after.bus);
    assert.deepEqual(after.published.splice(0).sort(), events.map(({ id }) => id).sort());
    assert.equal((await after.bus.extent()).last, 5);
  }
  await using _ = await openNotes(database, after.bus);
  assert.deepEqual(after.published, []);
});

test('a log that lost its end, and has given the same sequences to others since, gets only what is missing', async () => {
  const database = `republish-${parts.newId()}`;
  const events: CloudEvent[] = [];
  await using before = await openLog();
  {
    await using notes = await openNotes(database, before.bus);
    for (let n = 0; n < 8; n++) events.push(await notes.add(n));
  }
  await using after = await openLog();
  for (const event of events.slice(0, 5)) await after.bus.publish(event);
  for (const n of [20, 21])
    await after.bus.publish(
      noted.create({ id: parts.newId(), source: 'test', tenant: TENANT, partitionkey: 'other', time: parts.clock(), data: { n } }),
    );
  after.published.length = 0;
  await using _ = await openNotes(database, after.bus);
  assert.deepEqual(
    after.published.toSorted(),
    events.slice(5).map(({ id }) => id),
  );
});
