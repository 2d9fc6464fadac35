import type { LoggedEvent } from '@customerai/events';
import { createLogger } from '@customerai/service';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Interest } from './group.ts';
import { createLiveHub, type LiveEvent, type LiveSink, type LiveSource } from './live-hub.ts';
import { createMessage, type Message } from './message.ts';
import type { Ending, Outlet } from './subscriber.ts';

const log = createLogger({ service: 'test', level: 'silent' });
const openHub = () => createLiveHub<Interest>({ log, missed: (sequence) => createMessage({ data: 'missed' }, { sequence }) });

/** A source that a test speaks for. */
function createSource(key = 's') {
  const sinks: LiveSink[] = [];
  let closed = 0;
  const source: LiveSource = {
    key,
    open: async (sink) => {
      sinks.push(sink);
      return { [Symbol.asyncDispose]: async () => void closed++ };
    },
  };
  return {
    source,
    opened: () => sinks.length,
    closed: () => closed,
    tell: (data: unknown) => sinks.at(-1)!.next({ data } as LiveEvent),
    sink: () => sinks.at(-1)!,
  };
}

const interest = (
  key: string,
  answer: (data: any) => unknown = (data) => data,
  slow: Interest['slow'] = { kind: 'buffer', events: 3 },
): Interest => ({
  tenant: 't',
  key,
  slow,
  wants: () => true,
  answer: async ({ sequence, event }: LoggedEvent) => createMessage({ data: await answer(event.data) }, { sequence }),
});

function createOutlet(room = Number.POSITIVE_INFINITY) {
  const got: unknown[] = [];
  let arrived = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<Ending>();
  const outlet: Outlet = {
    send: ({ payload }: Message) => {
      got.push(JSON.parse(String(payload)).data);
      arrived.resolve();
      return got.length < room;
    },
    end: ended.resolve,
  };
  const until = async (count: number) => {
    while (got.length < count) {
      arrived = Promise.withResolvers();
      await arrived.promise;
    }
    return got;
  };
  return { outlet, ended: ended.promise, got, until };
}

test('one reader a source, however many subscribe; it goes with the last of them, and comes again', async () => {
  await using hub = openHub();
  const { source, opened, closed, tell } = createSource();
  const [a, b] = [createOutlet(), createOutlet()];
  const [first, second] = await Promise.all([hub.join(source, interest('x'), a.outlet), hub.join(source, interest('y'), b.outlet)]);
  tell(1);
  assert.deepEqual([await a.until(1), await b.until(1), opened(), hub.size], [[1], [1], 1, 2]);
  first.close();
  tell(2);
  assert.deepEqual([await b.until(2), a.got, closed()], [[1, 2], [1], 0]);
  second.close();
  await Promise.resolve();
  assert.deepEqual([hub.readers, hub.size], [0, 0]);
  await hub.join(source, interest('x'), createOutlet().outlet);
  assert.deepEqual([opened(), closed()], [2, 1]);
});

test('who has no room for what nobody keeps waits a little, and is let go then; others go on', async () => {
  await using hub = openHub();
  const { source, tell } = createSource();
  const [slow, quick] = [createOutlet(1), createOutlet()];
  await hub.join(source, interest('x'), slow.outlet);
  await hub.join(source, interest('x'), quick.outlet);
  for (let n = 1; n <= 5; n++) tell(n);
  assert.deepEqual(await slow.ended, { kind: 'slow' });
  assert.deepEqual(await quick.until(5), [1, 2, 3, 4, 5]);
  assert.deepEqual(slow.got, [1]);
  assert.equal(hub.size, 1);
});

test('an end of the source comes after what was told before it; a gap stands where it was', async () => {
  await using hub = openHub();
  const { source, tell, sink } = createSource();
  const one = createOutlet();
  const gate = Promise.withResolvers<void>();
  await hub.join(
    source,
    interest('x', (data) => gate.promise.then(() => data)),
    one.outlet,
  );
  tell(1);
  sink().missed();
  tell(2);
  sink().end({ kind: 'complete' });
  gate.resolve();
  assert.deepEqual(await one.ended, { kind: 'complete' });
  assert.deepEqual(one.got, [1, 'missed', 2]);
  assert.deepEqual([hub.readers, hub.size], [0, 0]);
});

test('a first value is worked out anew when something happened meanwhile, and comes before all that happens later', async () => {
  await using hub = openHub();
  const { source, tell } = createSource();
  let state = 0;
  const one = createOutlet();
  const asked: Interest = {
    ...interest('x'),
    first: async ({ sequence }) => {
      const seen = state;
      if (state === 0) tell((state = 1)); // happens while the value is read
      await Promise.resolve();
      return createMessage({ data: `state ${seen}` }, { sequence });
    },
  };
  await hub.join(source, asked, one.outlet, (sequence) => createMessage({ data: 'ready' }, { sequence }));
  tell(2);
  assert.deepEqual(await one.until(3), ['ready', 'state 1', 2]);
});

test('a source that does not open refuses all who wait for it, and the next one tries again', async () => {
  await using hub = openHub();
  let tries = 0;
  const source: LiveSource = { key: 's', open: () => (tries++, Promise.reject(new Error('closed today'))) };
  const join = () => hub.join(source, interest('x'), createOutlet().outlet);
  const both = await Promise.allSettled([join(), join()]);
  assert.deepEqual(
    both.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.equal(tries, 1);
  await assert.rejects(join(), /closed today/);
  assert.deepEqual([tries, hub.readers], [2, 0]);
});
