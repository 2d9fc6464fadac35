import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { describeEventBus } from '../bus.contract.ts';
import { testEvent } from '../bus.fixtures.ts';
import type { EventBus } from '../bus.ts';
import { openEmbeddedBus } from '../embedded/index.ts';
import { createBusSessions, openLink, openLocalBus, serveLinks } from './index.ts';

/** An embedded log, served on a socket; each `open` is a link as of another process. */
async function createLog() {
  const directory = await mkdtemp(join(tmpdir(), 'events-'));
  const bus = await openEmbeddedBus({ directory });
  const open = createBusSessions(bus);
  const server = await serveLinks('secret', (_, link) => open(link));
  return {
    url: server.url,
    bus,
    open: (): Promise<EventBus> => openLocalBus(server.url),
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await bus[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

describeEventBus('local', createLog);

describe('an event log that several processes share', () => {
  it('lets in nobody without the secret', async () => {
    await using log = await createLog();
    const link = await openLink(log.url.replace('secret', 'guess'), 'bus', {});
    await assert.rejects(link.ask('status', null), { name: 'LinkClosed' });
  });

  it('gives a consumer to one process, and to the next when that one stops', async () => {
    await using log = await createLog();
    await using first = await log.open();
    await using second = await log.open();
    const handled: string[] = [];
    const consume = (bus: EventBus, process: string) =>
      bus.consume({
        name: 'shared',
        types: ['test.happened'],
        handle: async ({ id }) => void handled.push(`${process} ${id}`),
        onDeadLetter: async () => {},
      });
    const running = await consume(first, 'first');
    await consume(second, 'second');
    await first.publish(testEvent({ id: '1' }));
    await first.settle();
    await running[Symbol.asyncDispose]();
    await first.publish(testEvent({ id: '2' }));
    await second.settle();
    assert.deepEqual(handled, ['first 1', 'second 2']);
  });

  it('delivers again what a process had in hand when it died', async () => {
    await using log = await createLog();
    const taken = Promise.withResolvers<void>();
    const delivered = Promise.withResolvers<number>();
    const consumer = { name: 'shared', types: ['test.happened'], backoff: [0, 0], onDeadLetter: async () => {} };
    // A process that takes an event and dies: its link closes without a word.
    const dying = await openLink(log.url, 'bus', { handle: () => (taken.resolve(), new Promise(() => {})) });
    await dying.ask('consume', { name: 'shared', types: consumer.types, backoff: consumer.backoff });
    await using next = await log.open();
    await next.consume({ ...consumer, handle: async (_, { attempt }) => delivered.resolve(attempt) });
    await next.publish(testEvent());
    await taken.promise;
    dying.close();
    assert.equal(await delivered.promise, 2);
  });
});
