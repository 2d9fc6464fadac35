import { type Cache, openCache } from '@customerai/service';
import { skipWithout, startRedis } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

/** What every cache promises; runs over each of them. */
function cacheContract(name: string, open: () => Promise<Cache & AsyncDisposable>, skip: string | false = false): void {
  describe(`cache: ${name}`, { skip }, () => {
    let cache: Cache;
    before(async () => (cache = await open()));
    after(() => cache[Symbol.asyncDispose]());

    test('a value comes back as it was set, another key misses', async () => {
      await cache.set('a', { label: 'POSITIVE', scores: [0.1, 0.9] }, { ttlSeconds: 60 });
      assert.deepEqual(await cache.get('a'), { label: 'POSITIVE', scores: [0.1, 0.9] });
      assert.equal(await cache.get('b'), undefined);
    });
    test('a deleted value is gone', async () => {
      await cache.set('c', 1, { ttlSeconds: 60 });
      await cache.delete('c');
      assert.equal(await cache.get('c'), undefined);
    });
    test('of many that set if absent at once, one does', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => cache.setIfAbsent('d', index, { ttlSeconds: 60 })));
      assert.equal(answers.filter(Boolean).length, 1);
    });
    test('null and false are values, not misses', async () => {
      await cache.set('e', null, { ttlSeconds: 60 });
      await cache.set('f', false, { ttlSeconds: 60 });
      assert.equal(await cache.get('e'), null);
      assert.equal(await cache.get('f'), false);
    });
  });
}

cacheContract('memory', async () => openCache('memory:', assert.fail));
cacheContract(
  'redis',
  async () => {
    const server = await startRedis();
    const cache = await connectedCache(server.url);
    return {
      ...cache,
      [Symbol.asyncDispose]: async () => {
        await cache[Symbol.asyncDispose]();
        await server[Symbol.asyncDispose]();
      },
    };
  },
  skipWithout('redis-server'),
);

/** A cache that has reached its server: before that it answers like an empty one. */
async function connectedCache(url: string): Promise<Cache> {
  const cache = await openCache(url, () => {});
  for (;;) {
    await cache.set('probe', 1, { ttlSeconds: 60 });
    if ((await cache.get('probe')) === 1) return cache;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('while Redis stands still, reads miss and writes are dropped within the command timeout', { skip: skipWithout('redis-server') }, async () => {
  await using server = await startRedis();
  await using cache = await connectedCache(server.url);
  server.process.kill('SIGSTOP');
  assert.equal(await cache.get('probe'), undefined);
  await cache.set('probe', 2, { ttlSeconds: 60 });
  assert.equal(await cache.setIfAbsent('lock', 1, { ttlSeconds: 60 }), true);
});

test('an address that is no cache names the variable', async () => {
  await assert.rejects(
    openCache('http://127.0.0.1', () => {}),
    /REDIS_URL must begin with redis:/,
  );
});
