import { type EventBus, type LoggedEvent, openBus, sentimentAnalysisComplete, type TailOptions } from '@customerai/events';
import { createLogger, newId } from '@customerai/service';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHub, type Interest } from './hub.ts';
import { readStreams } from './streams.ts';

const stream = readStreams('type Subscription { analysed: Int @eventStream(type: "sentiment.analysis.complete") }').get('analysed')!;
const log = createLogger({ service: 'test', level: 'silent' });

const analysis = (tenant: string, analysisId: string) =>
  sentimentAnalysisComplete.create({
    id: newId(),
    source: 'test',
    tenant,
    partitionkey: 'c',
    time: new Date(0),
    data: {
      analysisId,
      interactionId: 'i',
      customerId: 'c',
      channel: 'CHAT',
      language: 'en',
      receivedAt: '2026-01-01T00:00:00Z',
      analyzedAt: '2026-01-01T00:00:00Z',
      sentiment: { label: 'NEUTRAL', score: 0, confidence: 1 },
      model: { name: 'm', version: '1' },
    },
  });

/** A bus that counts the readers it gave. */
async function openWatchedBus() {
  const bus = await openBus('embedded:');
  const opened: TailOptions[] = [];
  const watched: Pick<EventBus, 'tail' | 'publish'> = {
    publish: (event) => bus.publish(event),
    tail: (options) => {
      opened.push(options);
      return bus.tail(options);
    },
  };
  return { bus: watched as EventBus, opened, [Symbol.asyncDispose]: () => bus[Symbol.asyncDispose]() };
}

const interest = (tenant: string, key: string, work: Interest['work'] = answer): Interest => ({ stream, tenant, key, wants: () => true, work });
const answer = async ({ sequence, event }: LoggedEvent) => ({ data: (event.data as any).analysisId, extensions: { cursor: String(sequence) } });
const never = () => assert.fail('cut off');

test('however many subscribe, the log has one reader, which goes with the last of them', async () => {
  await using watched = await openWatchedBus();
  await using hub = createHub({ bus: watched.bus, maxWaiting: 10, log });
  const streams = await Promise.all(['a', 'a', 'b', 'c'].map((key, index) => hub.join(interest(index < 2 ? 't1' : 't2', key), never)));
  assert.equal(hub.readers, 1);
  assert.equal(watched.opened.length, 1);
  for (const one of streams) await one.return!();
  assert.equal(hub.readers, 0);
  assert.equal(watched.opened[0]!.signal?.aborted, true);

  const again = await hub.join(interest('t1', 'a'), never);
  await watched.bus.publish(analysis('t1', 'x'));
  assert.equal((await again.next()).value?.data, 'x');
});

test('who joins while an event is worked out does not get that event, and order holds though work takes its time', async () => {
  await using watched = await openWatchedBus();
  await using hub = createHub({ bus: watched.bus, maxWaiting: 10, log });
  const gate = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  let worked = 0;
  const work: Interest['work'] = async (logged) => {
    if (worked++ === 0) {
      started.resolve();
      await gate.promise;
    }
    return answer(logged);
  };
  const early = await hub.join(interest('t', 'k', work), never);
  await watched.bus.publish(analysis('t', '1'));
  await started.promise;
  const late = await hub.join(interest('t', 'k', work), never);
  await watched.bus.publish(analysis('t', '2'));
  gate.resolve();
  assert.deepEqual([(await early.next()).value?.data, (await early.next()).value?.data], ['1', '2']);
  assert.equal((await late.next()).value?.data, '2');
  assert.equal(worked, 2);
});

test('a reader that does not keep up is cut off, and its group goes on', async () => {
  await using watched = await openWatchedBus();
  await using hub = createHub({ bus: watched.bus, maxWaiting: 2, log });
  const cut: string[] = [];
  const slow = await hub.join(interest('t', 'k'), (reason) => void cut.push(reason));
  const quick = await hub.join(interest('t', 'k'), never);
  for (const id of ['1', '2', '3', '4']) {
    await watched.bus.publish(analysis('t', id));
    assert.equal((await quick.next()).value?.data, id);
  }
  assert.deepEqual(cut, ['slow']);
  assert.equal((await slow.next()).done, true);
});

test('a log that cannot be read on ends every stream with that reason', async () => {
  await using watched = await openWatchedBus();
  await using hub = createHub({ bus: watched.bus, maxWaiting: 2, log });
  const reason = Promise.withResolvers<string>();
  const member = await hub.join(interest('t', 'k'), reason.resolve);
  await watched[Symbol.asyncDispose]();
  assert.equal(await reason.promise, 'broken');
  assert.equal((await member.next()).done, true);
});
