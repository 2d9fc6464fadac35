import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import mongoose from 'mongoose';
import { createEngine } from './engine.ts';
import { startEmbeddedMongodb } from './index.ts';
import { failure } from './testing.ts';

const { MongoClient, BSON } = mongoose.mongo;
const root = mkdtempSync(join(tmpdir(), 'embedded-mongodb-'));
after(() => rmSync(root, { recursive: true, force: true }));

test('documents and indexes survive a restart', async () => {
  const directory = join(root, 'restart', 'made');
  for (const round of [1, 2]) {
    await using server = await startEmbeddedMongodb({ directory });
    const client = await MongoClient.connect(server.url);
    const c = client.db('d').collection<{ _id: number; email: string; tags?: string[] }>('c');
    if (round === 1) {
      await c.createIndex({ email: 1 }, { unique: true });
      await c.createIndex({ tags: 1 });
      await c.insertOne({ _id: 1, email: 'a', tags: ['x', 'y'] });
    } else {
      assert.deepEqual(await c.findOne({ tags: 'y' }), { _id: 1, email: 'a', tags: ['x', 'y'] });
      assert.equal((await failure(c.insertOne({ _id: 2, email: 'a' }))).code, 11000);
    }
    await client.close();
  }
});

test('an acknowledged write survives kill -9', async () => {
  const directory = join(root, 'killed');
  const program = `
    const { startEmbeddedMongodb } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)})
    console.log((await startEmbeddedMongodb({ directory: ${JSON.stringify(directory)} })).url)`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  const client = await MongoClient.connect(url);
  const c = client.db('d').collection<{ _id: number }>('c');
  let acknowledged = 0;
  let dead = false;
  const exited = once(child, 'exit');
  while (!dead) {
    try {
      await c.insertOne({ _id: acknowledged });
      if (++acknowledged === 200) child.kill('SIGKILL');
    } catch {
      dead = true;
    }
  }
  await exited;
  await client.close(true);
  await using server = await startEmbeddedMongodb({ directory });
  const again = await MongoClient.connect(server.url);
  const kept = await again.db('d').collection('c').countDocuments();
  assert.ok(kept >= acknowledged && acknowledged >= 200, `${kept} kept of ${acknowledged} acknowledged`);
  await again.close();
});

test('a directory in use, a damaged file and an unusable path are told with their remedy', async () => {
  const directory = join(root, 'busy');
  {
    await using _ = await startEmbeddedMongodb({ directory });
    assert.match((await failure(startEmbeddedMongodb({ directory }))).message, /busy.*in use by another process: stop that process/);
  }
  const damaged = mkdtempSync(join(root, 'damaged-'));
  writeFileSync(join(damaged, 'embedded-mongodb.sqlite'), 'this is no database, whatever its name says '.repeat(100));
  assert.match((await failure(startEmbeddedMongodb({ directory: damaged }))).message, /damaged.*restore it from a backup/);
  const file = join(root, 'a-file');
  writeFileSync(file, '');
  assert.match((await failure(startEmbeddedMongodb({ directory: join(file, 'below') }))).message, /a-file.*cannot be created/);
  await using taken = await startEmbeddedMongodb({ directory: undefined });
  assert.match((await failure(startEmbeddedMongodb({ directory: undefined, port: taken.port }))).message, /port \d+ .* is taken/);
});

test('what is over is deleted by the server itself, unless it was told never to', async () => {
  await using sweeping = await startEmbeddedMongodb({ directory: undefined, sweepMs: 5 });
  await using keeping = await startEmbeddedMongodb({ directory: undefined, sweepMs: 0 });
  const clients = [await MongoClient.connect(sweeping.url), await MongoClient.connect(keeping.url)] as const;
  const [swept, kept] = clients.map((client) => client.db('d').collection<{ _id: number; at: Date }>('c')) as [any, any];
  for (const collection of [kept, swept]) {
    await collection.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    await collection.insertMany([
      { _id: 1, at: new Date(0) },
      { _id: 2, at: new Date() },
    ]);
  }
  while ((await swept.countDocuments()) > 1);
  assert.deepEqual([(await swept.findOne())._id, await kept.countDocuments()], [2, 2]);
  for (const client of clients) await client.close();
});

test('a TTL index deletes what is over, and an idle cursor is closed after ten minutes', () => {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const engine = createEngine({ directory: undefined, now: () => now });
  const run = (command: object) => BSON.deserialize(engine.execute({ ...command, $db: 'd' }, 1)) as Record<string, any>;
  const bytes = (doc: object) => BSON.serialize(doc);
  run({ createIndexes: 'c', indexes: [{ key: { at: 1 }, name: 'at', expireAfterSeconds: 60 }] });
  run({
    insert: 'c',
    documents: [
      { _id: 1, at: new Date(now) },
      { _id: 2, at: new Date(now + 30_000) },
      { _id: 3, at: 'never' },
      { _id: 4 },
      { _id: 5, at: [new Date(now), new Date(now + 99_000)] },
    ].map(bytes),
  });
  const ids = () => run({ find: 'c', filter: {}, sort: { _id: 1 } })['cursor'].firstBatch.map(({ _id }: { _id: number }) => _id);
  engine.sweep();
  assert.deepEqual(ids(), [1, 2, 3, 4, 5]);
  now += 61_000;
  engine.sweep();
  assert.deepEqual(ids(), [2, 3, 4]);
  const { id } = run({ find: 'c', filter: {}, batchSize: 1 })['cursor'];
  now += 9 * 60_000;
  engine.sweep();
  assert.equal(run({ getMore: BSON.Long.fromValue(id), collection: 'c', batchSize: 1 })['ok'], 1);
  now += 11 * 60_000;
  engine.sweep();
  assert.equal(run({ getMore: BSON.Long.fromValue(id), collection: 'c' })['code'], 43);
  engine.close();
});

test('a failing command changes nothing and later commands work', () => {
  const engine = createEngine({ directory: undefined });
  const run = (command: object) => BSON.deserialize(engine.execute({ ...command, $db: 'd' }, 1));
  run({ insert: 'c', documents: [BSON.serialize({ _id: 1, u: 1 }), BSON.serialize({ _id: 2, u: 1 })] });
  assert.equal(
    run({
      createIndexes: 'c',
      indexes: [
        { key: { a: 1 }, name: 'a' },
        { key: { u: 1 }, name: 'u', unique: true },
      ],
    })['code'],
    11000,
  );
  assert.equal(run({ listIndexes: 'c' })['cursor'].firstBatch.length, 1);
  assert.equal(run({ insert: 'c', documents: [BSON.serialize({ _id: 3 })] })['ok'], 1);
  engine.close();
});
