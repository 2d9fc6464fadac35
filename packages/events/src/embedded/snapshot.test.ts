import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { testEvent } from '../bus.fixtures.ts';
import { EVENT_LOG_FILE, EventLogUnavailable, openEmbeddedBus, readLogPositions, snapshotClosedLog } from './index.ts';

let root: string;
before(async () => (root = await mkdtemp(join(tmpdir(), 'events-snapshot-'))));
after(() => rm(root, { recursive: true, force: true }));

const consumer = { name: 'c', types: ['test.happened'], onDeadLetter: async () => {} };

test('a copy taken while events come in is a log of its own, with the positions of its consumers', async () => {
  await using bus = await openEmbeddedBus({ directory: join(root, 'live') });
  await bus.consume({ ...consumer, handle: async () => {} });
  for (let n = 0; n < 20; n++) await Promise.all(Array.from({ length: 100 }, () => bus.publish(testEvent())));
  await bus.settle();
  await mkdir(join(root, 'copy'));
  const more = Promise.all(Array.from({ length: 500 }, () => bus.publish(testEvent())));
  const positions = await bus.snapshot!(join(root, 'copy', EVENT_LOG_FILE));
  await more;
  assert.ok(positions.lastSequence >= 2_000);
  assert.ok(positions.consumers[0]!.position >= 2_000 && positions.consumers[0]!.position <= positions.lastSequence);

  const handled: string[] = [];
  await using copy = await openEmbeddedBus({ directory: join(root, 'copy') });
  assert.equal((await copy.status()).lastSequence, positions.lastSequence);
  await copy.consume({ ...consumer, handle: async ({ id }) => void handled.push(id) });
  await copy.settle();
  assert.equal(handled.length, positions.lastSequence - positions.consumers[0]!.position);
});

test('a log that a process has open is not copied behind its back; a missing one is none', async () => {
  await using _ = await openEmbeddedBus({ directory: join(root, 'held') });
  await assert.rejects(snapshotClosedLog(join(root, 'held'), join(root, 'never')), EventLogUnavailable);
  assert.equal(await snapshotClosedLog(join(root, 'none'), join(root, 'never')), undefined);
});

test('a damaged copy is refused', async () => {
  await writeFile(join(root, 'broken'), 'no log');
  assert.throws(() => readLogPositions(join(root, 'broken')), /not a database/);
});
