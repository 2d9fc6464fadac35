import { createTestParts, newTenant, type TestParts } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Erasures, openErasures, openErasuresInMemory, openStore } from '../src/index.ts';

let parts: TestParts;
before(async () => (parts = await createTestParts()));
after(() => parts[Symbol.asyncDispose]());

const stack = new AsyncDisposableStack();
after(() => stack.disposeAsync());

async function open<Kind extends Erasures>(make: (store: Awaited<ReturnType<typeof openStore>>) => Kind, database = newTenant()) {
  const store = stack.use(await openStore({ url: parts.mongoUrl, database, bus: parts.bus, onError: () => {} }));
  const erasures = make(store);
  await store.start();
  return { erasures, database, store };
}

for (const [name, make] of [
  ['in the store', openErasures],
  ['in memory', openErasuresInMemory],
] as const) {
  test(`what is older than a mark is covered, of that customer and tenant alone (${name})`, async () => {
    const { erasures } = await open<Erasures>(make);
    const [tenant, old, mark, late] = [newTenant(), parts.newId(), parts.newId(), parts.newId()];
    assert.equal(await erasures.covering(tenant, 'c-1', old), undefined);
    await erasures.mark(tenant, 'c-1', mark);
    await erasures.mark(tenant, 'c-1', old); // an older word, that comes late
    assert.deepEqual([await erasures.covering(tenant, 'c-1', old), await erasures.covering(tenant, 'c-1', late)], [mark, undefined]);
    assert.equal(await erasures.covering(tenant, 'c-2', old), undefined);
    assert.equal(await erasures.covering(newTenant(), 'c-1', old), undefined);
    assert.deepEqual([...(await erasures.marks(tenant, ['c-1', 'c-2']))], [['c-1', mark]]);
  });
}

test('marks outlive a restart, and name nobody', async () => {
  const { erasures, database, store } = await open(openErasures);
  const [tenant, old, mark] = [newTenant(), parts.newId(), parts.newId()];
  await erasures.mark(tenant, 'mara@example.com', mark);
  const { erasures: again } = await open(openErasuresInMemory, database);
  await again.load();
  assert.equal(await again.covering(tenant, 'mara@example.com', old), mark);
  const documents = await store.connection.collection('erasures').find().toArray();
  assert.ok(documents.length === 1 && !JSON.stringify(documents).includes('mara'));
});
