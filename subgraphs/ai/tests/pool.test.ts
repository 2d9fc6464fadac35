import { createLogger } from '@customerai/service';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startInferencePool } from '../src/inference/pool.ts';

const worker = new URL('./moody-worker.ts', import.meta.url);
const log = createLogger({ service: 'test', level: 'silent' });
const start = (file: string, threads: number) => startInferencePool({ model: { file, sha256: '', outputs: ['sentiment'] }, threads, log, worker });
const batch = (...ids: number[]) => ({
  rows: 1,
  length: ids.length,
  ids: Int32Array.from(ids),
  mask: new Uint8Array(ids.length).fill(1),
  outputs: ['sentiment'],
});

test('a thread that dies fails its run; the next run has a new thread', async () => {
  await using pool = await start('fine', 1);
  await assert.rejects(pool.run(batch(666)));
  assert.equal((await pool.run(batch(1, 2)))['sentiment']!.data.length, 3);
});

test('one thread that dies leaves the others at work', async () => {
  await using pool = await start('fine', 2);
  const [dead, ...alive] = await Promise.allSettled([666, 1, 2, 3].map((id) => pool.run(batch(id))));
  assert.equal(dead!.status, 'rejected');
  assert.deepEqual(
    alive.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'fulfilled'],
  );
});

test('a model that cannot be loaded is a configuration error that names the file', async () => {
  await assert.rejects(start('broken', 2), { name: 'ConfigError', message: 'The model broken cannot be loaded: this is no model' });
});
