import { type EventBus, type LoggedEvent, openBus, sentimentAnalysisComplete, type TailOptions } from '@customerai/events';
import { createLogger, newId } from '@customerai/service';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logTag, type Place } from './cursor.ts';
import type { Interest } from './group.ts';
import { createHub, type Start } from './hub.ts';
import { createMessage, type Message } from './message.ts';
import type { Ending, Outlet, SlowPolicy } from './subscriber.ts';

const log = createLogger({ service: 'test', level: 'silent' });
const contract = sentimentAnalysisComplete;

/** The embedded log, with a note of every reader that was opened. */
async function openWatchedBus() {
  const bus = await openBus('embedded:');
  const opened: TailOptions[] = [];
  const tail = (options: TailOptions) => {
    opened.push(options);
    return bus.tail(options);
  };
  const watched: EventBus = Object.assign(Object.create(bus) as EventBus, { tail });
  return { bus: watched, opened, [Symbol.asyncDispose]: () => bus[Symbol.asyncDispose]() };
}

let clock = 0;
const analysis = (tenant: string, analysisId: string, id = newId()) =>
  contract.create({
    id,
    source: 'test',
    tenant,
    partitionkey: 'c1',
    time: new Date(clock++),
    data: {
      analysisId,
      interactionId: 'i',
      customerId: 'c1',
      channel: 'EMAIL',
      language: 'en',
      receivedAt: '2026-03-02T09:00:00.000Z',
      analyzedAt: '2026-03-02T09:00:00.000Z',
      sentiment: { label: 'NEUTRAL', score: 0, confidence: 1 },
      model: { name: 'm', version: '1' },
    },
  });

const answer = async ({ sequence, event }: LoggedEvent) =>
  createMessage({ data: (event.data as any).analysisId }, { sequence, cursor: `${sequence}` });
const buffer = (events = 100): SlowPolicy => ({ kind: 'buffer', events });
const interest = (tenant: string, key: string, more: Partial<Interest> = {}): Interest => ({
  tenant,
  key,
  wants: () => true,
  answer,
  slow: buffer(),
  ...more,
});

/** An outlet that keeps what it gets, and takes no more than `room` before it is drained. */
function createOutlet(room = Number.POSITIVE_INFINITY) {
  const got: Message[] = [];
  let left = room;
  let arrived = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<Ending>();
  const outlet: Outlet = {
    send: (message) => {
      got.push(message);
      arrived.resolve();
      return --left > 0;
    },
    end: ended.resolve,
  };
  return {
    outlet,
    ended: ended.promise,
    refill: (more: number) => (left = more),
    data: () => got.map(({ payload }) => JSON.parse(String(payload)).data),
    until: async (count: number) => {
      while (got.length < count) {
        arrived = Promise.withResolvers();
        await arrived.promise;
      }
      return got.map(({ payload }) => JSON.parse(String(payload)).data);
    },
  };
}

const place = async (bus: EventBus, sequence: number): Promise<Place> => ({ sequence, log: logTag((await bus.extent()).id) });

test('however many subscribe, the log has one reader, which goes with the last of them', async () => {
  await using watched = await openWatchedBus();
  await using hub = createHub({ bus: watched.bus, log });
  const subscribers = await Promise.all(
    ['a', 'a', 'b', 'c'].map((key, index) => hub.join(contract, interest(index < 2 ? 't1' : 't2', key), createOutlet().outlet)),
  );
  assert.deepEqual([hub.readers, hub.size, watched.opened.length], [1, 4, 1]);
  for (const one of subscribers) one.close();
  assert.deepEqual([hub.readers, hub.size], [0, 0]);
  assert.equal(watched.opened[0]!.signal?.aborted, true);

  const again = createOutlet();
  await hub.join(contract, interest('t1', 'a'), again.outlet);
  await watched.bus.publish(analysis('t1', 'x'));
  assert.deepEqual(await again.until(1), ['x']);
});

test('who joins while an event is worked out does not get that event, and order holds though work takes its time', async () => {
  await using watched = await openWatchedBus();
  await using hub = createHub({ bus: watched.bus, log });
  const gate = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const worked: string[] = [];
  const slowly: Interest['answer'] = async (logged) => {
    worked.push((logged.event.data as any).analysisId);
    if (worked.length === 1) {
      started.resolve();
      await gate.promise;
    }
    return answer(logged);
  };
  const [early, late] = [createOutlet(), createOutlet()];
  await hub.join(contract, interest('t', 'k', { answer: slowly }), early.outlet);
  await watched.bus.publish(analysis('t', '1'));
  await started.promise;
  await hub.join(contract, interest('t', 'k', { answer: slowly }), late.outlet);
  await watched.bus.publish(analysis('t', '2'));
  gate.resolve();
  assert.deepEqual(await early.until(2), ['1', '2']);
  assert.deepEqual(await late.until(1), ['2']);
  assert.deepEqual(worked, ['1', '2']);
});

test('who comes back with a place gets what came since, from memory or from the log, and then what comes', async () => {
  await using watched = await openWatchedBus();
  const { bus } = watched;
  for (const id of ['1', '2', '3', '4']) await bus.publish(analysis(id === '3' ? 'other' : 't', id));
  await using hub = createHub({ bus, log });
  const first = createOutlet();
  await hub.join(contract, interest('t', 'k'), first.outlet, { after: await place(bus, 1) });
  assert.deepEqual(await first.until(2), ['2', '4']);
  assert.equal(watched.opened.length, 2);
  await bus.publish(analysis('t', '5'));
  assert.deepEqual(await first.until(3), ['2', '4', '5']);

  const second = createOutlet();
  await hub.join(contract, interest('t', 'k'), second.outlet, { after: await place(bus, 4) });
  assert.deepEqual(await second.until(1), ['5']);
  assert.equal(watched.opened.length, 2, 'what the live reader has seen is not read again');
  await bus.publish(analysis('t', '6'));
  assert.deepEqual([(await first.until(4)).at(-1), (await second.until(2)).at(-1)], ['6', '6']);
});

test('events that come while somebody catches up are neither missed nor doubled', async () => {
  await using watched = await openWatchedBus();
  const { bus } = watched;
  for (let n = 0; n < 20; n++) await bus.publish(analysis('t', `${n}`));
  await using hub = createHub({ bus, log });
  const live = createOutlet();
  await hub.join(contract, interest('t', 'k'), live.outlet);
  const late = createOutlet(3);
  let published = 20;
  const subscriber = await hub.join(contract, interest('t', 'k'), late.outlet, { after: await place(bus, 5) });
  while (published < 60) {
    for (let n = 0; n < 5; n++) await bus.publish(analysis('t', `${published++}`));
    late.refill(4);
    subscriber.drained();
  }
  late.refill(Number.POSITIVE_INFINITY);
  subscriber.drained();
  assert.deepEqual(
    await late.until(55),
    Array.from({ length: 55 }, (_, n) => `${n + 5}`),
  );
});

test('a place that the log no longer has, or of another log, begins now and says so', async () => {
  await using watched = await openWatchedBus();
  const { bus } = watched;
  for (const id of ['1', '2', '3']) await bus.publish(analysis('t', id));
  await (bus as any).sweep?.();
  await using hub = createHub({ bus: Object.assign(Object.create(bus), { extent: async () => ({ ...(await bus.extent()), first: 3 }) }), log });
  const { log: tag } = await place(bus, 0);
  const startAt = async (after: Place) => {
    const { promise, resolve } = Promise.withResolvers<Start>();
    const greet = (start: Start) => {
      resolve(start);
      return undefined;
    };
    (await hub.join(contract, interest('t', newId()), createOutlet().outlet, { after, greet })).close();
    return promise;
  };
  const now = { place: { sequence: 3, log: tag }, resync: true };
  assert.deepEqual(await startAt({ sequence: 1, log: tag }), now);
  assert.deepEqual(await startAt({ sequence: 2, log: tag }), { place: { sequence: 2, log: tag }, resync: false });
  assert.deepEqual(await startAt({ sequence: 4, log: tag }), now);
  assert.deepEqual(await startAt({ sequence: 2, log: tag + 1 }), now);
});

test('who does not keep up waits, then reads from the log, and gets everything in the end', async () => {
  await using watched = await openWatchedBus();
  await using hub = createHub({ bus: watched.bus, log });
  const [slow, quick] = [createOutlet(1), createOutlet()];
  const subscriber = await hub.join(contract, interest('t', 'k', { slow: buffer(2) }), slow.outlet);
  await hub.join(contract, interest('t', 'k', { slow: buffer(2) }), quick.outlet);
  const all = Array.from({ length: 50 }, (_, n) => `${n}`);
  for (const id of all) await watched.bus.publish(analysis('t', id));
  assert.deepEqual(await quick.until(50), all);
  assert.deepEqual(slow.data(), ['0']);
  slow.refill(Number.POSITIVE_INFINITY);
  subscriber.drained();
  assert.deepEqual(await slow.until(50), all);
});

test('where only the newest counts, a slow client gets that; where nobody may wait, it is ended', async () => {
  await using watched = await openWatchedBus();
  await using hub = createHub({ bus: watched.bus, log });
  const [latest, cut, quick] = [createOutlet(1), createOutlet(1), createOutlet()];
  const subscriber = await hub.join(contract, interest('t', 'latest', { slow: { kind: 'latest', events: 1 } }), latest.outlet);
  await hub.join(contract, interest('t', 'cut', { slow: { kind: 'disconnect', events: 2 } }), cut.outlet);
  await hub.join(contract, interest('t', 'quick'), quick.outlet);
  for (const id of ['1', '2', '3', '4', '5']) await watched.bus.publish(analysis('t', id));
  await quick.until(5);
  assert.deepEqual(await cut.ended, { kind: 'slow' });
  latest.refill(5);
  subscriber.drained();
  assert.deepEqual(await latest.until(2), ['1', '5']);
});

test('what waits for a slow client is bounded in bytes, whatever the number of events', async () => {
  await using watched = await openWatchedBus();
  await using hub = createHub({ bus: watched.bus, log });
  const big: Interest['answer'] = async ({ sequence, event }) =>
    createMessage({ data: `${(event.data as any).analysisId}${'x'.repeat(400_000)}` }, { sequence, cursor: `${sequence}` });
  const cut = createOutlet(1);
  await hub.join(contract, interest('t', 'k', { answer: big, slow: { kind: 'disconnect', events: 1_000 } }), cut.outlet);
  for (const id of ['1', '2', '3', '4', '5']) await watched.bus.publish(analysis('t', id));
  assert.deepEqual(await cut.ended, { kind: 'slow' });
});

test('a subscriber may ask for something else where it stands', async () => {
  await using watched = await openWatchedBus();
  await using hub = createHub({ bus: watched.bus, log });
  const one = createOutlet();
  const subscriber = await hub.join(contract, interest('t', 'k'), one.outlet);
  await watched.bus.publish(analysis('t', '1'));
  await one.until(1);
  const shouting: Interest['answer'] = async ({ sequence, event }) =>
    createMessage({ data: `${(event.data as any).analysisId}!` }, { sequence, cursor: `${sequence}` });
  for (const id of ['2', '3']) await watched.bus.publish(analysis('t', id));
  hub.move(subscriber, contract, interest('t', 'other', { answer: shouting }));
  await watched.bus.publish(analysis('t', '4'));
  const got = await one.until(4);
  assert.deepEqual(
    got.map((data) => data.replace('!', '')),
    ['1', '2', '3', '4'],
  );
  assert.equal(got[3], '4!');
  assert.equal(hub.readers, 1);
});

test('an event that the log holds twice comes once', async () => {
  await using watched = await openWatchedBus();
  const { bus } = watched;
  const copies: EventBus = Object.assign(Object.create(bus), {
    tail: async (options: TailOptions) => {
      const events = await watched.bus.tail(options);
      return (async function* () {
        let shift = 0;
        for await (const { sequence, event } of events) {
          yield { sequence: sequence + shift, event };
          yield { sequence: sequence + ++shift, event };
        }
      })();
    },
  });
  await using hub = createHub({ bus: copies, log });
  const one = createOutlet();
  await hub.join(contract, interest('t', 'k'), one.outlet);
  for (const id of ['1', '2']) await bus.publish(analysis('t', id));
  assert.deepEqual(await one.until(2), ['1', '2']);
});

test('a log that is away for a moment is read on from where it was', async () => {
  await using watched = await openWatchedBus();
  const { bus } = watched;
  let cut = new AbortController();
  const shaky: EventBus = Object.assign(Object.create(bus), {
    tail: (options: TailOptions) => bus.tail({ ...options, signal: AbortSignal.any([options.signal!, cut.signal]) }),
  });
  await using hub = createHub({ bus: shaky, log });
  const one = createOutlet();
  await hub.join(contract, interest('t', 'k'), one.outlet);
  await bus.publish(analysis('t', '1'));
  await one.until(1);
  const before = cut;
  cut = new AbortController();
  before.abort();
  for (const id of ['2', '3']) await bus.publish(analysis('t', id));
  assert.deepEqual(await one.until(3), ['1', '2', '3']);
});

test('a log that cannot be read on ends every stream with that reason, and joins are refused', async () => {
  await using watched = await openWatchedBus();
  await using hub = createHub({ bus: watched.bus, log, tries: 1 });
  const one = createOutlet();
  await hub.join(contract, interest('t', 'k'), one.outlet);
  await watched[Symbol.asyncDispose]();
  assert.deepEqual(await one.ended, { kind: 'broken' });
  await assert.rejects(hub.join(contract, interest('t', 'k'), createOutlet().outlet));
  assert.equal(hub.size, 0);
});
