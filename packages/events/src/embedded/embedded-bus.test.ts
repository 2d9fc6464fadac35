import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { describeEventBus } from '../bus.contract.ts';
import { take, testEvent } from '../bus.fixtures.ts';
import { EventLogUnavailable, openEmbeddedBus } from './index.ts';

async function createLog() {
  const directory = await mkdtemp(join(tmpdir(), 'events-'));
  return {
    directory,
    open: () => openEmbeddedBus({ directory }),
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}

describeEventBus('embedded', createLog);

const onDeadLetter = async () => {};

describe('embedded event log', () => {
  it('tells who else wants the same directory what to do', async () => {
    await using log = await createLog();
    await using _bus = await log.open();
    await assert.rejects(log.open(), (error: Error) => error instanceof EventLogUnavailable && /another process.*nats:/.test(error.message));
  });

  it('remembers failed tries when it is opened again', async () => {
    await using log = await createLog();
    const failed = Promise.withResolvers<void>();
    const consumer = { name: 'c', types: ['test.happened'], onDeadLetter };
    {
      await using bus = await log.open();
      await bus.consume({
        ...consumer,
        backoff: [0, 3_600_000],
        async handle(_event, { attempt }) {
          if (attempt === 2) failed.resolve();
          throw new Error('no');
        },
      });
      await bus.publish(testEvent());
      await failed.promise;
    }
    await using bus = await log.open();
    const attempts: number[] = [];
    await bus.consume({
      ...consumer,
      async handle(_event, { attempt }) {
        attempts.push(attempt);
      },
    });
    await bus.settle();
    assert.deepEqual(attempts, [3]);
  });

  it('drops events that are too old or too many, but none that a known consumer has not finished', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    await using bus = await openEmbeddedBus({ clock: { now: () => now }, retention: { maxAge: 1_000, maxEvents: 3 } });
    const slow = await bus.consume({ name: 'slow', types: ['test.happened'], onDeadLetter, async handle() {} });
    await bus.publish(testEvent({ id: '1' }));
    await bus.settle();
    await slow[Symbol.asyncDispose]();
    for (const id of ['2', '3', '4', '5', '6']) await bus.publish(testEvent({ id }));
    now = new Date('2026-01-02T00:00:00Z');
    assert.equal(await bus.sweep(), 1);
    const handled: string[] = [];
    await bus.consume({
      name: 'slow',
      types: ['test.happened'],
      onDeadLetter,
      async handle({ id }) {
        handled.push(id);
      },
    });
    await bus.settle();
    assert.deepEqual(handled, ['2', '3', '4', '5', '6']);
    assert.equal(await bus.sweep(), 5);
    assert.deepEqual(await bus.publish(testEvent({ id: '7' })), { sequence: 7, duplicate: false });
    const tail = await bus.tail({ types: ['test.happened'], from: 7 });
    assert.equal((await take(tail, 1))[0]!.event.id, '7');
  });

  it('keeps at most as many events as allowed', async () => {
    await using bus = await openEmbeddedBus({ retention: { maxEvents: 3 } });
    for (let n = 0; n < 10; n += 1) await bus.publish(testEvent());
    assert.equal(await bus.sweep(), 7);
  });
});
