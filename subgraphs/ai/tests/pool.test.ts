import { createLogger } from '@customerai/service';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startInferencePool } from '../src/inference/pool.ts';

const worker = new URL('./moody-worker.ts', import.meta.url);
const log = createLogger({ service: 'test', level: 'silent' });
const start = (file: string, threads: number) => startInferencePool({ model: { file, sha256: '' }, threads, log, worker });

test('a thread that dies fails its run; the next run has a new thread', async () => {
  await using pool = await start('fine', 1);
  await assert.rejects(pool.run(['die']));
  assert.equal((await pool.run(['a', 'b'])).sentiment.length, 6);
});

test('one thread that dies leaves the others at work', async () => {
  await using pool = await start('fine', 2);
  const [dead, ...alive] = await Promise.allSettled(['die', 'a', 'b', 'c'].map((text) => pool.run([text])));
  assert.equal(dead!.status, 'rejected');
  assert.deepEqual(
    alive.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'fulfilled'],
  );
});

test('a model that cannot be loaded is a configuration error that names the file', async () => {
  await assert.rejects(start('broken', 2), { name: 'ConfigError', message: 'The model broken cannot be loaded: this is no model' });
});
