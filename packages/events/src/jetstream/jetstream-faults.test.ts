import { jetstreamManager } from '@nats-io/jetstream';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { testEvent, take } from '../bus.fixtures.ts';
import type { ConsumerOptions, EventBus } from '../bus.ts';
import { connectNats, EventServerUnavailable, openJetStreamBus } from './index.ts';
import { findNatsServer, startNatsServer, type NatsServer } from './nats-server.fixtures.ts';

const path = findNatsServer();
const skip = path ? false : 'NOT TESTED: no nats-server on PATH or in the sbin folders. Install it (apt-get install nats-server) and run again.';

/** Handles into a list, and lets a test wait for a number of events without asking again and again. */
function recorder(name = 'recorder') {
  const ids: string[] = [];
  const waiting = new Set<() => void>();
  const options: ConsumerOptions = {
    name,
    types: ['test.happened'],
    backoff: [0],
    async onDeadLetter() {},
    async handle({ id }) {
      ids.push(id);
      for (const check of waiting) check();
    },
  };
  const seen = (id: string) =>
    new Promise<void>((resolve) => {
      const check = () => ids.includes(id) && (waiting.delete(check), resolve());
      waiting.add(check);
      check();
    });
  return { ids, options, seen };
}

describe('JetStream event bus in trouble', { skip, timeout: 60_000 }, () => {
  let server: NatsServer;
  const open = (more: object = {}): Promise<EventBus> => openJetStreamBus({ url: server.url, lease: 600, ...more });
  before(async () => {
    server = await startNatsServer(path!);
  });
  after(() => server[Symbol.asyncDispose]());

  it('says which server does not answer and what to do, without the password', async () => {
    await assert.rejects(openJetStreamBus({ url: 'nats://me:secret@127.0.0.1:1' }), (error: Error) => {
      assert.ok(error instanceof EventServerUnavailable);
      assert.match(error.message, /nats:\/\/127\.0\.0\.1:1 .*nats-server -js/);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    });
  });

  it('runs a consumer in one process, and another takes over in order when that one ends', async () => {
    const place = { stream: 'TAKEOVER', prefix: 'takeover' };
    const [one, two] = [recorder(), recorder()];
    const first = await open(place);
    await using second = await open(place);
    await first.consume(one.options);
    await second.consume(two.options);
    for (const id of ['1', '2', '3']) await second.publish(testEvent({ id }));
    await first.settle();
    assert.deepEqual([one.ids, two.ids], [['1', '2', '3'], []]);
    await first[Symbol.asyncDispose]();
    for (const id of ['4', '5']) await second.publish(testEvent({ id }));
    await two.seen('5');
    assert.deepEqual(two.ids, ['4', '5']);
  });

  it('takes a consumer over at once when the process that ran it lets go, long before the lease runs out', async () => {
    const place = { stream: 'RELEASED', prefix: 'released', lease: 60_000 };
    const [one, two] = [recorder(), recorder()];
    const first = await open(place);
    await using second = await open(place);
    await first.consume(one.options);
    await second.consume(two.options);
    await first[Symbol.asyncDispose]();
    const begin = performance.now();
    await second.publish(testEvent({ id: '1' }));
    await two.seen('1');
    assert.ok(performance.now() - begin < 30_000);
  });

  it('goes on by itself after the server was killed, without a loss and in order', async () => {
    const place = { stream: 'KILLED', prefix: 'killed' };
    await using bus = await open(place);
    const { ids, options, seen } = recorder();
    await bus.consume(options);
    const tail = await bus.tail({ types: ['test.happened'] });
    for (let n = 0; n < 50; n += 1) await bus.publish(testEvent({ id: `a${n}` }));
    await server.kill();
    await server.start();
    for (let n = 0; n < 50; n += 1) await bus.publish(testEvent({ id: `b${n}` }));
    await seen('b49');
    const expected = [...Array.from({ length: 50 }, (_, n) => `a${n}`), ...Array.from({ length: 50 }, (_, n) => `b${n}`)];
    assert.deepEqual([...new Set(ids)], expected);
    assert.deepEqual(
      (await take(tail, 100)).map(({ event }) => event.id),
      expected,
    );
  });

  it('delivers what is published after the server lost everything', async () => {
    const place = { stream: 'WIPED', prefix: 'wiped' };
    await using bus = await open(place);
    const { ids, options, seen } = recorder();
    await bus.consume(options);
    for (const id of ['1', '2', '3']) await bus.publish(testEvent({ id }));
    await bus.settle();
    await server.kill();
    await server.start({ empty: true });
    assert.equal((await bus.publish(testEvent({ id: 'again' }))).sequence, 1);
    await seen('again');
    assert.deepEqual(ids, ['1', '2', '3', 'again']);
  });

  it('makes a stream anew that somebody deleted meanwhile', async () => {
    await using bus = await open({ stream: 'DELETED', prefix: 'deleted' });
    await bus.publish(testEvent({ id: 'before' }));
    const connection = await connectNats(server.url, 'operator');
    await (await jetstreamManager(connection)).streams.delete('DELETED');
    await connection.close();
    assert.equal((await bus.publish(testEvent({ id: 'after' }))).sequence, 1);
  });

  it('delivers again what a killed process had in hand', async () => {
    const place = { stream: 'DIED', prefix: 'died' };
    await using bus = await open(place);
    const program = fileURLToPath(new URL('doomed-consumer.fixtures.ts', import.meta.url));
    const child = spawn(process.execPath, [program, server.url, place.stream, place.prefix, '600'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exited = once(child, 'exit');
    await bus.publish(testEvent({ id: 'in-hand' }));
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await exited;
    await bus.publish(testEvent({ id: 'later' }));
    const { ids, options, seen } = recorder();
    await bus.consume(options);
    await seen('later');
    assert.deepEqual(ids, ['in-hand', 'later']);
  });
});
