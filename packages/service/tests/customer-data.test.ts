import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createInProcessRpc, customerDataOf, type CustomerRecords, noCustomerData, serveCustomerData } from '../src/index.ts';

const listOf = (kind: string, texts: readonly string[]): CustomerRecords => ({
  kind,
  read: async (_tenant, _customerId, { after, first }) =>
    texts
      .map((text, index) => ({ id: String(index).padStart(4, '0'), data: { text } }))
      .filter(({ id }) => after === undefined || id > after)
      .slice(0, first),
});

async function readAll(records: readonly CustomerRecords[]) {
  await using rpc = createInProcessRpc();
  await using _served = await serveCustomerData(rpc, 'notes', { erase: async () => 0, records });
  const pages: string[][] = [];
  for (let after: string | undefined, more = true; more;) {
    const page = await rpc.call(customerDataOf('notes').read, { tenant: 't', customerId: 'c', after });
    pages.push(page.records.map(({ kind, data }) => `${kind}:${String(data['text']).slice(0, 8)}`));
    after = page.next;
    more = after !== undefined;
  }
  return pages;
}

test('many records come page by page, each once, in order', async () => {
  const texts = Array.from({ length: 250 }, (_, index) => `text${index}`);
  const pages = await readAll([listOf('one', texts), listOf('none', []), listOf('two', ['a', 'b'])]);
  assert.deepEqual(pages.flat(), [...texts.map((text) => `one:${text}`), 'two:a', 'two:b']);
  assert.ok(pages.length > 1 && pages.every((page) => page.length <= 100));
});

test('a page stays within what a broker takes, as long as one record does', async () => {
  const pages = await readAll([
    listOf(
      'long',
      Array.from({ length: 5 }, (_, index) => `${index}${'x'.repeat(300_000)}`),
    ),
  ]);
  assert.deepEqual(
    pages.map((page) => page.length),
    [1, 1, 1, 1, 1],
  );
});

test('a service that keeps nothing says so', async () => {
  await using rpc = createInProcessRpc();
  await using _served = await serveCustomerData(rpc, 'notes', noCustomerData);
  const { erase, read } = customerDataOf('notes');
  assert.deepEqual(await rpc.call(erase, { tenant: 't', customerId: 'c', before: 'b' }), { records: 0 });
  assert.deepEqual(await rpc.call(read, { tenant: 't', customerId: 'c' }), { records: [] });
});
