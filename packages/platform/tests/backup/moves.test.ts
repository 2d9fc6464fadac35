import { startEmbeddedMongodb } from '@customerai/embedded-mongodb';
import { openDump } from '@customerai/store';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { writeNewKey } from '../../src/backup/backup-key.ts';
import { createBackup } from '../../src/backup/create-backup.ts';
import { exportErasures } from '../../src/backup/erasures.ts';
import { restoreBackup } from '../../src/backup/restore-backup.ts';
import { finishRestore, markWhole, sideDirectoryOf } from '../../src/backup/swap-directories.ts';
import { nodesOf, startOn, submit } from './drill.ts';

/** Seconds on a quiet machine. */
const MINUTES = 5 * 60_000;

let root: string;
const path = (...names: string[]) => join(root, ...names);
let key: { BACKUP_KEY_FILE: string };
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'customerai-backup-moves-'));
  key = { BACKUP_KEY_FILE: path('key') };
  await writeNewKey(path('key'));
});
after(() => rm(root, { recursive: true, force: true }));

/** Sums of all collections that hold anything. */
async function sumsOf(url: string): Promise<Record<string, string>> {
  await using dump = await openDump(url, ['auth', 'sentiment', 'generation', 'review']);
  const sums: Record<string, string> = {};
  for (const collection of dump.collections) {
    const hash = createHash('sha256');
    let documents = 0;
    for await (const document of dump.read(collection)) {
      hash.update(document);
      documents++;
    }
    if (documents > 0) sums[`${collection.database}.${collection.name} ${collection.indexes.length}`] = hash.digest('hex');
  }
  return sums;
}
const sumsOfDirectory = async (directory: string) => {
  await using server = await startEmbeddedMongodb({ directory });
  return await sumsOf(server.url);
};

test('a backup moves a platform from its own files to a MongoDB server and back, and never over data', { timeout: MINUTES }, async () => {
  {
    await using drill = await startOn(path('one'));
    await submit(await drill.clientOf('moved'), ['a', 'b'], 20);
    await drill.platform.settle();
  }
  const original = await sumsOfDirectory(path('one', 'mongodb'));
  assert.ok(Object.keys(original).length >= 6);
  await createBackup({ env: { ...key, DATA_DIR: path('one') }, directory: path('from-files') });

  // Not a replica set, so what is said about the embedded server's wire holds for it: collection by collection.
  await using server = await startEmbeddedMongodb({ directory: undefined });
  const onServer = { ...key, DATA_DIR: path('two'), MONGO_URL: server.url };
  await restoreBackup({ env: onServer, directory: path('from-files') });
  assert.deepEqual(await sumsOf(server.url), original);
  assert.deepEqual((await readdir(path('two'))).includes('mongodb'), false);
  await assert.rejects(
    restoreBackup({ env: onServer, directory: path('from-files') }),
    /holds data already \(databases .*sentiment.*never overwrites/,
  );

  const { manifest } = await createBackup({ env: onServer, directory: path('from-server') });
  assert.equal(manifest.oneMoment, false);
  await restoreBackup({ env: { ...key, DATA_DIR: path('three') }, directory: path('from-server') });
  assert.deepEqual(await sumsOfDirectory(path('three', 'mongodb')), original);
});

test('what was there before is kept, keys in files come back, and older backups are deleted on request', { timeout: MINUTES }, async () => {
  // A passphrase is slow by design, so only the newest has one.
  const env = { BACKUP_PASSPHRASE: 'a passphrase of a test', DATA_DIR: path('four') };
  await (await startOn(path('four')))[Symbol.asyncDispose]();
  await writeFile(path('four', 'customer.key'), 'a key');
  for (let round = 0; round < 2; round++) await createBackup({ env: { ...key, DATA_DIR: path('four') }, directory: path('many'), keep: 2 });
  const { manifest } = await createBackup({ env, directory: path('many'), keep: 2 });
  const kept = await readdir(path('many'));
  assert.equal(kept.length, 2);
  await writeFile(path('four', 'customer.key'), 'another key');
  const { before } = await restoreBackup({ env, directory: path('many') });
  assert.ok(manifest.parts.some((part) => part.kind === 'file' && part.path === 'customer.key'));
  const read = (file: string) => readFile(file, 'utf8');
  assert.equal(await read(path('four', 'customer.key')), 'a key');
  assert.equal(await read(join(before!, 'customer.key')), 'another key');
});

test('customers who were erased after a backup are erased again after it is restored, and who wrote later stays', { timeout: MINUTES }, async () => {
  const env = { ...key, DATA_DIR: path('six') };
  const ledger = path('erasures.jsonl');
  const ERASE = 'mutation($id: ID!) { requestErasure(customerId: $id) { id } }';
  let id: string;
  {
    await using drill = await startOn(path('six'));
    const client = await drill.clientOf('erased');
    await submit(client, ['early', 'late', 'stays'], 6);
    await client.queryOk(ERASE, { id: 'early' });
    await drill.platform.settle();
    await createBackup({ env, directory: path('before-erasure') });
    id = (await client.queryOk(ERASE, { id: 'late' })).requestErasure.id;
    await drill.platform.settle();
    await submit(client, ['late'], 1, 1);
    await drill.platform.settle();
    assert.equal(await exportErasures({ env, file: ledger }), 2);
    await createBackup({ env, directory: path('after-erasure') });
  }
  await writeFile(path('broken'), `${await readFile(ledger, 'utf8')}{"id":"1"}\n`);
  await assert.rejects(restoreBackup({ env, directory: path('before-erasure'), erasures: path('broken') }), /Line 3 of .*npm run erasures/);

  const restored = await restoreBackup({ env, directory: path('before-erasure'), erasures: ledger });
  assert.equal(restored.erasures, 1); // the backup knows the other
  {
    await using drill = await startOn(path('six'));
    await drill.platform.settle();
    const client = await drill.clientOf('erased');
    const { privacyRequest } = await client.queryOk('query($id: ID!) { privacyRequest(id: $id) { status steps { service records } } }', { id });
    assert.equal(privacyRequest.status, 'COMPLETED');
    assert.ok(privacyRequest.steps.find(({ service }: any) => service === 'sentiment').records >= 2);
    assert.deepEqual(
      [(await nodesOf(client, 'early')).length, (await nodesOf(client, 'late')).length, (await nodesOf(client, 'stays')).length],
      [0, 0, 2],
    );
  }
  // From the later backup, what the customer wrote afterwards stays.
  assert.equal((await restoreBackup({ env, directory: path('after-erasure'), erasures: ledger })).erasures, 0);
  await using drill = await startOn(path('six'));
  await drill.platform.settle();
  assert.equal((await nodesOf(await drill.clientOf('erased'), 'late')).length, 1);

  await using server = await startEmbeddedMongodb({ directory: undefined });
  const onServer = await restoreBackup({
    env: { ...key, DATA_DIR: path('seven'), MONGO_URL: server.url },
    directory: path('before-erasure'),
    erasures: ledger,
  });
  assert.equal(onServer.erasures, 1);
});

test('a restore that was cut off between its two renames is finished by the next start', async () => {
  const side = sideDirectoryOf(path('five'));
  await mkdir(side);
  finishRestore(path('five'));
  assert.ok((await readdir(root)).includes('five.restoring'), 'without the mark it may be half built');
  markWhole(side);
  await using _ = await startOn(path('five'));
  assert.ok(!(await readdir(root)).includes('five.restoring'));
});

test('a backup into the data directory is refused, and so is nothing', async () => {
  await assert.rejects(createBackup({ env: { ...key, DATA_DIR: path('four') }, directory: path('four', 'x') }), /inside the data directory/);
  await assert.rejects(createBackup({ env: { ...key, DATA_DIR: path('nowhere') }, directory: path('x') }), /nothing to back up/);
  await assert.rejects(createBackup({ env: { DATA_DIR: path('four'), BACKUP_PASSPHRASE: 'short' }, directory: path('x') }), /shorter than 12/);
});
