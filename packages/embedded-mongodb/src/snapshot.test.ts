import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import mongoose from 'mongoose';
import { startEmbeddedMongodb } from './index.ts';
import { Database } from './storage/database.ts';

const { MongoClient } = mongoose.mongo;
const root = mkdtempSync(join(tmpdir(), 'embedded-mongodb-snapshot-'));
after(() => rmSync(root, { recursive: true, force: true }));

test('a snapshot taken under writes holds whole commands only, all collections as of one moment', async () => {
  await using server = await startEmbeddedMongodb({ directory: join(root, 'live') });
  const client = await MongoClient.connect(server.url);
  const [first, second] = [client.db('a').collection('first'), client.db('b').collection('second')];
  const pair = async (round: number) => {
    const batch = () => Array.from({ length: 50 }, (_, index) => ({ round, index, text: 'x'.repeat(500) }));
    await first.insertMany(batch());
    await second.insertMany(batch());
  };
  await second.createIndex({ round: 1 });
  for (let round = 0; round < 60; round++) await pair(round);

  const stop = new AbortController();
  let round = 60;
  const writing = (async () => {
    while (!stop.signal.aborted) await pair(round++);
  })();
  await server.snapshot(join(root, 'copy')).finally(() => stop.abort());
  await writing;
  await client.close();

  await using copy = await startEmbeddedMongodb({ directory: join(root, 'copy') });
  const reader = await MongoClient.connect(copy.url);
  const [ones, twos] = await Promise.all([reader.db('a').collection('first').countDocuments(), reader.db('b').collection('second').countDocuments()]);
  const indexed = await reader.db('b').collection('second').find({ round: 59 }).hint('round_1').toArray();
  await reader.close();
  assert.ok(ones >= 3_000 && ones % 50 === 0 && twos % 50 === 0, `${ones} and ${twos} documents`);
  assert.ok(ones - twos === 0 || ones - twos === 50, `${ones} were written before ${twos}`);
  assert.equal(indexed.length, 50);
});

test('a directory that cannot be written is refused with its path; the server goes on', async () => {
  await using server = await startEmbeddedMongodb({ directory: undefined });
  writeFileSync(join(root, 'file'), '');
  await assert.rejects(server.snapshot(join(root, 'file', 'below')), /cannot be copied to .*below/);
  const client = await MongoClient.connect(server.url);
  await client.db('d').command({ ping: 1 });
  await client.close();
});

test('a snapshot that begins in the middle of a transaction waits for its end', async () => {
  const database = new Database(join(root, 'busy'));
  let copy: Promise<void> | undefined;
  database.transaction(() => {
    database.alter('CREATE TABLE whole (n INTEGER)');
    copy = database.snapshot(join(root, 'busy-copy'));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50); // the copy's first step comes now
    database.sql('INSERT INTO whole VALUES (1), (2)').run();
  });
  await copy;
  database.close();
  const copied = new Database(join(root, 'busy-copy'));
  assert.equal(copied.sql('SELECT count(*) AS n FROM whole').get()!['n'], 2);
  copied.close();
});
