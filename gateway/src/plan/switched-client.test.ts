import { anonymous } from '@customerai/service';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SubgraphClient } from './subgraph-client.ts';
import { createSwitchedClient } from './switched-client.ts';

const caller = { viewer: anonymous, traceId: '0'.repeat(32) };
const read = { query: 'query { a }', variables: {} };
const write = { query: 'mutation { a }', variables: {} };
const failure = (code: string) => Object.assign(new Error(code), { code });

/** A client whose doors are functions by their address; `open` are the addresses that are open now. */
function createClient(doors: Record<string, () => Promise<unknown>>, patienceMs = 5_000) {
  const open: string[] = [];
  const client = createSwitchedClient({
    url: 'old',
    patienceMs,
    open: (url): SubgraphClient => {
      open.push(url);
      const under = new Set<Promise<unknown>>();
      return {
        send: async () => {
          const work = doors[url]!();
          under.add(work);
          return (await work) as object;
        },
        [Symbol.asyncDispose]: async () => {
          await Promise.allSettled(under);
          open.splice(open.indexOf(url), 1);
        },
      };
    },
  });
  return { client, open };
}

test('requests go to the new address at once, and the old door closes when its own are answered', async () => {
  const answer = Promise.withResolvers<object>();
  const { client, open } = createClient({ old: () => answer.promise, new: async () => ({ data: { at: 'new' } }) });
  const first = client.send(read, caller);
  const switched = client.target('new');
  assert.deepEqual(await client.send(read, caller), { data: { at: 'new' } });
  assert.deepEqual(open, ['old', 'new']);
  answer.resolve({ data: { at: 'old' } });
  assert.deepEqual(await first, { data: { at: 'old' } });
  await switched;
  assert.deepEqual(open, ['new']);
});

test('requests wait for a service that is held, and fail when it does not come back in time', async () => {
  const { client } = createClient({ old: async () => ({}), new: async () => ({ data: { at: 'new' } }) });
  await client.hold();
  const waiting = client.send(write, caller);
  await client.target('new');
  assert.deepEqual(await waiting, { data: { at: 'new' } });
  const { client: impatient } = createClient({ old: async () => ({}) }, 20);
  await impatient.hold();
  await assert.rejects(impatient.send(read, caller), /did not come back within 20 ms/);
});

test('a request that a dead service refused waits for its successor; nobody waits where nobody restarts services', async () => {
  const refuse = () => Promise.reject(failure('ECONNREFUSED'));
  const { client } = createClient({ old: refuse, new: async () => ({ data: { at: 'new' } }) });
  const waiting = client.send(write, caller);
  await client.target('new');
  assert.deepEqual(await waiting, { data: { at: 'new' } });
  const { client: alone } = createClient({ old: refuse }, 0);
  await assert.rejects(alone.send(write, caller), { code: 'ECONNREFUSED' });
});

test('a read that was broken off is sent again once, a write never', async () => {
  let sent = 0;
  const { client } = createClient({ old: async () => (sent++, Promise.reject(failure('ECONNRESET'))) });
  await assert.rejects(client.send(write, caller), { code: 'ECONNRESET' });
  assert.equal(sent, 1);
  await assert.rejects(client.send(read, caller), { code: 'ECONNRESET' });
  assert.equal(sent, 3);
});
