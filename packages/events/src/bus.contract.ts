import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { UnprocessableEvent, type ConsumerOptions, type EventBus, type TailOptions } from './bus.ts';
import type { CloudEvent } from './cloud-event.ts';
import { take, testEvent } from './bus.fixtures.ts';

/** One empty log, which a test may open, close and open again. */
export interface TestLog extends AsyncDisposable {
  open(): Promise<EventBus>;
}

const AT_ONCE = [0, 0, 0, 0];

/** A consumer that keeps what it handled, and every dead letter. */
async function collect(bus: EventBus, options: Partial<ConsumerOptions> = {}) {
  const handled: CloudEvent[] = [];
  const dead: { event: CloudEvent; error: Error }[] = [];
  const handle = options.handle ?? (async () => {});
  const consumer = await bus.consume({
    name: 'collector',
    types: ['test.happened'],
    backoff: AT_ONCE,
    async onDeadLetter(event, error) {
      dead.push({ event, error });
    },
    ...options,
    async handle(event, delivery) {
      await handle(event, delivery);
      handled.push(event);
    },
  });
  return { handled, dead, consumer, ids: () => handled.map(({ id }) => id) };
}

/** What every event bus promises; each twin runs all of it. */
export function describeEventBus(twin: string, createLog: () => Promise<TestLog>, { skip }: { skip?: string } = {}): void {
  /** A test with an open bus on its own empty log. */
  function promise(title: string, check: (bus: EventBus, log: TestLog) => Promise<void>): void {
    it(title, async () => {
      await using log = await createLog();
      await using bus = await log.open();
      await check(bus, log);
    });
  }

  describe(`${twin} event bus`, { skip, timeout: 60_000 }, () => {
    describe('publishing', () => {
      promise('numbers events from 1 by position', async (bus) => {
        assert.deepEqual(await bus.publish(testEvent()), { sequence: 1, duplicate: false });
        assert.deepEqual(await bus.publish(testEvent()), { sequence: 2, duplicate: false });
        assert.equal((await bus.status()).lastSequence, 2);
      });

      promise('appends an event once, however often it is published', async (bus) => {
        const event = testEvent();
        await bus.publish(event);
        await bus.publish(testEvent());
        assert.deepEqual(await bus.publish(event), { sequence: 1, duplicate: true });
        const together = testEvent();
        const results = await Promise.all([bus.publish(together), bus.publish(together)]);
        assert.deepEqual(
          results.map(({ sequence }) => sequence),
          [3, 3],
        );
        assert.deepEqual(results.map(({ duplicate }) => duplicate).sort(), [false, true]);
        const { ids } = await collect(bus);
        await bus.settle();
        assert.equal(ids().length, 3);
      });

      promise('tells which event it holds where', async (bus) => {
        const event = testEvent();
        const { sequence } = await bus.publish(event);
        assert.deepEqual([await bus.idAt(sequence), await bus.idAt(sequence + 1), await bus.idAt(0)], [event.id, undefined, undefined]);
      });

      promise('remembers ids when it is opened again', async (bus, log) => {
        const event = testEvent();
        await bus.publish(event);
        await bus[Symbol.asyncDispose]();
        await using reopened = await log.open();
        assert.deepEqual(await reopened.publish(event), { sequence: 1, duplicate: true });
      });

      promise('refuses a broken envelope and an event that carries contents', async (bus) => {
        await assert.rejects(bus.publish({ ...testEvent(), tenant: '' }), /tenant/);
        await assert.rejects(bus.publish(testEvent({ data: { n: 'x'.repeat(70_000) } })), RangeError);
        assert.equal((await bus.status()).lastSequence, 0);
      });

      promise('delivers the event as it was published, with any characters in its tenant', async (bus) => {
        const event = testEvent({
          tenant: 'Ünï.cörn > * / 株式会社',
          partitionkey: 'a.b c>*',
          subject: 'x',
          traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
        });
        const { handled } = await collect(bus);
        await bus.publish(event);
        await bus.settle();
        assert.deepEqual(handled, [event]);
      });
    });

    describe('consuming', () => {
      promise('delivers what was published before the consumer first started', async (bus) => {
        await bus.publish(testEvent({ id: 'early' }));
        const { ids } = await collect(bus);
        await bus.settle();
        assert.deepEqual(ids(), ['early']);
      });

      promise('delivers only the types asked for', async (bus) => {
        const { ids } = await collect(bus, { types: ['test.happened', 'test.ended'] });
        for (const type of ['test.happened', 'test.other', 'test.ended']) await bus.publish(testEvent({ id: type, type }));
        await bus.settle();
        assert.deepEqual(ids().sort(), ['test.ended', 'test.happened']);
        assert.equal((await bus.status()).consumers[0]!.pending, 0);
      });

      promise('keeps the order of a key across types, one event at a time', async (bus) => {
        let running = 0;
        const { ids } = await collect(bus, {
          types: ['test.happened', 'test.ended'],
          async handle() {
            assert.equal(++running, 1);
            await new Promise(setImmediate);
            running -= 1;
          },
        });
        const events = Array.from({ length: 20 }, (_, n) => testEvent({ id: `${n}`, type: n % 2 ? 'test.ended' : 'test.happened' }));
        for (const event of events) await bus.publish(event);
        await bus.settle();
        assert.deepEqual(
          ids(),
          events.map(({ id }) => id),
        );
      });

      promise('runs keys side by side, and the same key of two tenants as well', async (bus) => {
        const all = Promise.withResolvers<void>();
        let running = 0;
        await collect(bus, {
          concurrency: 3,
          async handle() {
            running += 1;
            if (running === 3) all.resolve();
            await all.promise;
          },
        });
        for (const [tenant, partitionkey] of [
          ['a', '1'],
          ['a', '2'],
          ['b', '1'],
        ] as const)
          await bus.publish(testEvent({ tenant, partitionkey }));
        await all.promise;
        await bus.settle();
      });

      promise('runs no more handlers at once than asked', async (bus) => {
        let running = 0;
        let most = 0;
        await collect(bus, {
          concurrency: 2,
          async handle() {
            most = Math.max(most, ++running);
            await new Promise(setImmediate);
            running -= 1;
          },
        });
        await Promise.all(Array.from({ length: 20 }, (_, n) => bus.publish(testEvent({ partitionkey: `${n}` }))));
        await bus.settle();
        assert.equal(most, 2);
      });

      promise('gives every consumer all events', async (bus) => {
        const one = await collect(bus, { name: 'one' });
        const two = await collect(bus, { name: 'two' });
        await bus.publish(testEvent({ id: 'x' }));
        await bus.settle();
        assert.deepEqual([one.ids(), two.ids()], [['x'], ['x']]);
      });

      promise('refuses a second consumer of the same name, and names that are none', async (bus) => {
        await collect(bus);
        await assert.rejects(collect(bus), /collector/);
        await assert.rejects(collect(bus, { name: 'a.b' }), RangeError);
      });

      promise('delivers 2,000 events of 50 customers once each and in order', async (bus) => {
        const { handled } = await collect(bus);
        const events = Array.from({ length: 2_000 }, (_, n) => testEvent({ partitionkey: `customer-${n % 50}`, data: { n } }));
        for (let n = 0; n < events.length; n += 100) await Promise.all(events.slice(n, n + 100).map((event) => bus.publish(event)));
        await bus.settle();
        assert.equal(new Set(handled.map(({ id }) => id)).size, 2_000);
        assert.equal(handled.length, 2_000);
        for (const [customer, own] of Object.entries(Object.groupBy(handled, ({ partitionkey }) => partitionkey))) {
          const numbers = own!.map(({ data }) => (data as { n: number }).n);
          assert.deepEqual(
            numbers,
            numbers.toSorted((a, b) => a - b),
            customer,
          );
        }
      });
    });

    describe('failures', () => {
      promise('tries again, and goes on with the key after a success', async (bus) => {
        const attempts: number[] = [];
        const { ids, dead } = await collect(bus, {
          async handle(event, { attempt }) {
            if (event.id !== 'shaky') return;
            attempts.push(attempt);
            if (attempt < 3) throw new Error('not yet');
          },
        });
        await bus.publish(testEvent({ id: 'shaky' }));
        await bus.publish(testEvent({ id: 'next' }));
        await bus.settle();
        assert.deepEqual(attempts, [1, 2, 3]);
        assert.deepEqual(ids(), ['shaky', 'next']);
        assert.deepEqual(dead, []);
      });

      promise('gives an event up after the last try, once its dead letter is stored, and goes on', async (bus) => {
        let attempts = 0;
        const story: string[] = [];
        const { ids } = await collect(bus, {
          backoff: [0, 0],
          async handle(event) {
            story.push(event.id);
            if (event.id === 'poison') throw new Error(`try ${++attempts}`);
          },
          async onDeadLetter(event, error) {
            await new Promise(setImmediate);
            story.push(`dead ${event.id}: ${error.message}`);
          },
        });
        await bus.publish(testEvent({ id: 'poison' }));
        await bus.publish(testEvent({ id: 'next' }));
        await bus.settle();
        assert.deepEqual(story, ['poison', 'poison', 'poison', 'dead poison: try 3', 'next']);
        assert.deepEqual(ids(), ['next']);
        assert.deepEqual((await bus.status()).consumers, [{ name: 'collector', pending: 0, deadLetters: 1 }]);
      });

      promise('gives an unprocessable event up at once', async (bus) => {
        let tries = 0;
        const { dead } = await collect(bus, {
          async handle() {
            tries += 1;
            throw new UnprocessableEvent('malformed');
          },
        });
        await bus.publish(testEvent({ id: 'malformed' }));
        await bus.settle();
        assert.equal(tries, 1);
        assert.deepEqual(
          dead.map(({ event, error }) => [event.id, error.name]),
          [['malformed', 'UnprocessableEvent']],
        );
      });

      promise('gives nothing up while the dead letter cannot be stored', async (bus) => {
        let refusals = 2;
        let tries = 0;
        const stored: string[] = [];
        await collect(bus, {
          backoff: [0],
          async handle() {
            tries += 1;
            throw new Error('poison');
          },
          async onDeadLetter(event) {
            if (refusals-- > 0) throw new Error('store is away');
            stored.push(event.id);
          },
        });
        await bus.publish(testEvent({ id: 'poison' }));
        await bus.settle();
        assert.deepEqual([tries, stored], [2, ['poison']]);
      });

      promise("never lets one customer's poison delay another, however much waits behind it", async (bus) => {
        const failed = Promise.withResolvers<void>();
        const others = Promise.withResolvers<void>();
        let seen = 0;
        await collect(bus, {
          concurrency: 1,
          backoff: [3_600_000],
          async handle(event) {
            if (event.partitionkey === 'poisoned') {
              failed.resolve();
              throw new Error('poison');
            }
            if (++seen === 20) others.resolve();
          },
        });
        await bus.publish(testEvent({ partitionkey: 'poisoned' }));
        await failed.promise;
        await Promise.all(Array.from({ length: 1_500 }, () => bus.publish(testEvent({ partitionkey: 'poisoned' }))));
        for (let n = 0; n < 20; n += 1) await bus.publish(testEvent({ partitionkey: `healthy-${n}` }));
        await others.promise;
        assert.equal((await bus.status()).consumers[0]!.pending >= 1_501, true);
      });

      promise('ends a try that hangs', async (bus) => {
        const reasons: string[] = [];
        const { dead } = await collect(bus, {
          timeout: 5,
          backoff: [],
          handle: (_event, { signal }) => new Promise(() => signal.addEventListener('abort', () => reasons.push(signal.reason.name))),
        });
        await bus.publish(testEvent());
        await bus.settle();
        assert.deepEqual(reasons, ['HandlerTimeout']);
        assert.equal(dead.length, 1);
      });
    });

    describe('stopping', () => {
      promise('waits for the handlers that run and starts no other', async (bus) => {
        const started = Promise.withResolvers<void>();
        const release = Promise.withResolvers<void>();
        const { consumer, ids } = await collect(bus, {
          async handle() {
            started.resolve();
            await release.promise;
          },
        });
        await bus.publish(testEvent({ id: 'first' }));
        await bus.publish(testEvent({ id: 'second' }));
        await started.promise;
        let disposed = false;
        const disposal = consumer[Symbol.asyncDispose]().then(() => (disposed = true));
        await new Promise(setImmediate);
        assert.equal(disposed, false);
        release.resolve();
        await disposal;
        assert.deepEqual(ids(), ['first']);
      });

      promise('goes on where it stopped, in order, with what was not finished', async (bus, log) => {
        const failed = Promise.withResolvers<void>();
        const before = await collect(bus, {
          backoff: [3_600_000],
          async handle(event) {
            if (event.id !== 'held-1') return;
            failed.resolve();
            throw new Error('not yet');
          },
        });
        await bus.publish(testEvent({ id: 'held-1', partitionkey: 'held' }));
        await failed.promise;
        for (const id of ['free-1', 'free-2']) await bus.publish(testEvent({ id, partitionkey: 'free' }));
        await bus.publish(testEvent({ id: 'held-2', partitionkey: 'held' }));
        while (before.handled.length < 2) await new Promise(setImmediate);
        await bus[Symbol.asyncDispose]();
        assert.deepEqual(before.ids(), ['free-1', 'free-2']);

        await using reopened = await log.open();
        await reopened.publish(testEvent({ id: 'held-3', partitionkey: 'held' }));
        const after = await collect(reopened);
        await reopened.settle();
        const held = after.ids().filter((id) => id.startsWith('held'));
        assert.deepEqual(held, ['held-1', 'held-2', 'held-3']);
      });

      promise('delivers nothing again after a clean stop', async (bus, log) => {
        const first = await collect(bus);
        await bus.publish(testEvent());
        await bus.settle();
        await first.consumer[Symbol.asyncDispose]();
        const second = await collect(bus);
        await bus.settle();
        assert.deepEqual(second.ids(), []);
        await bus[Symbol.asyncDispose]();
        await using reopened = await log.open();
        const third = await collect(reopened);
        await reopened.publish(testEvent({ id: 'new' }));
        await reopened.settle();
        assert.deepEqual(third.ids(), ['new']);
      });
    });

    describe('tailing', () => {
      promise('reads what is published from now on', async (bus) => {
        await bus.publish(testEvent({ id: 'before' }));
        const tail = await bus.tail({ types: ['test.happened'] });
        await bus.publish(testEvent({ id: 'after' }));
        assert.deepEqual(
          (await take(tail, 1)).map(({ sequence, event }) => [sequence, event.id]),
          [[2, 'after']],
        );
      });

      promise('reads from a sequence on, then live', async (bus) => {
        for (const id of ['1', '2', '3']) await bus.publish(testEvent({ id }));
        const tail = await bus.tail({ types: ['test.happened'], from: 2 });
        assert.deepEqual(
          (await take(tail, 2)).map(({ event }) => event.id),
          ['2', '3'],
        );
        await bus.publish(testEvent({ id: '4' }));
        assert.deepEqual(
          (await take(tail, 1)).map(({ sequence }) => sequence),
          [4],
        );
      });

      promise('ends behind a given sequence, whatever is or is not left before it', async (bus) => {
        for (const [id, type] of [
          ['1', 'test.happened'],
          ['2', 'test.ended'],
          ['3', 'test.happened'],
          ['4', 'test.other'],
          ['5', 'test.happened'],
        ] as const)
          await bus.publish(testEvent({ id, type }));
        const read = async (options: Omit<TailOptions, 'types'>, types = ['test.happened']) =>
          (await take(await bus.tail({ types, ...options }), 10)).map(({ event }) => event.id);
        assert.deepEqual(await read({ from: 1, to: 3 }), ['1', '3']);
        assert.deepEqual(await read({ from: 2, to: 4 }), ['3']);
        assert.deepEqual(await read({ from: 2, to: 5 }, ['test.happened', 'test.ended']), ['2', '3', '5']);
        assert.deepEqual(await read({ from: 4, to: 4 }), []);
        assert.deepEqual(await read({ from: 4, to: 5 }, ['test.ended']), []);
        assert.deepEqual(await read({ from: 6, to: 5 }), []);
        assert.deepEqual(await read({ from: 1, to: 5, tenant: 'nobody' }), []);
        assert.deepEqual(await read({ from: 1, to: 5, tenant: 'acme' }), ['1', '3', '5']);
      });

      promise('reads from a time on', async (bus) => {
        await bus.publish(testEvent({ id: '1' }));
        const early = await bus.tail({ types: ['test.happened'], since: new Date(Date.now() - 3_600_000) });
        const late = await bus.tail({ types: ['test.happened'], since: new Date(Date.now() + 3_600_000) });
        assert.equal((await take(early, 1))[0]!.event.id, '1');
        const pending = late.next();
        await late.return!();
        assert.equal((await pending).done, true);
      });

      promise('tells what it holds, and stays the same log when it is opened again', async (bus, log) => {
        const { id, first, last } = await bus.extent();
        assert.deepEqual([first, last], [1, 0]);
        await bus.publish(testEvent());
        assert.deepEqual(await bus.extent(), { id, first: 1, last: 1 });
        await bus[Symbol.asyncDispose]();
        await using reopened = await log.open();
        assert.deepEqual(await reopened.extent(), { id, first: 1, last: 1 });
        await using other = await createLog();
        await using stranger = await other.open();
        assert.notEqual((await stranger.extent()).id, id);
      });

      promise('reads one tenant and several types', async (bus) => {
        const tail = await bus.tail({ types: ['test.happened', 'test.ended'], tenant: 'a.b' });
        await bus.publish(testEvent({ id: '1', tenant: 'a' }));
        await bus.publish(testEvent({ id: '2', tenant: 'a.b', type: 'test.other' }));
        await bus.publish(testEvent({ id: '3', tenant: 'a.b' }));
        await bus.publish(testEvent({ id: '4', tenant: 'a.b', type: 'test.ended' }));
        assert.deepEqual(
          (await take(tail, 2)).map(({ event }) => event.id),
          ['3', '4'],
        );
      });

      promise('ends without an error when aborted, when returned and when the bus closes', async (bus) => {
        const abort = new AbortController();
        const aborted = await bus.tail({ types: ['test.happened'], signal: abort.signal });
        const returned = await bus.tail({ types: ['test.happened'] });
        const closed = await bus.tail({ types: ['test.happened'] });
        const ends = [aborted.next(), returned.next(), closed.next()];
        abort.abort();
        await returned.return!();
        await bus[Symbol.asyncDispose]();
        assert.deepEqual(
          (await Promise.all(ends)).map(({ done }) => done),
          [true, true, true],
        );
      });
    });

    describe('settling', () => {
      promise('waits for the events that handlers publish', async (bus) => {
        await collect(bus, {
          name: 'first',
          async handle() {
            await new Promise(setImmediate);
            await bus.publish(testEvent({ type: 'test.ended' }));
          },
        });
        const { handled } = await collect(bus, { name: 'second', types: ['test.ended'] });
        for (let n = 0; n < 5; n += 1) await bus.publish(testEvent({ id: randomUUID() }));
        await bus.settle();
        assert.equal(handled.length, 5);
      });

      promise('resolves at once without consumers', async (bus) => {
        await bus.publish(testEvent());
        await bus.settle();
        assert.deepEqual(await bus.status(), { lastSequence: 1, consumers: [] });
      });
    });
  });
}
