import { jetstreamManager, type StreamInfo } from '@nats-io/jetstream';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testEvent } from '../bus.fixtures.ts';
import type { EventBus } from '../bus.ts';
import { connectNats, EventServerUnavailable, openJetStreamBus } from './index.ts';
import { findNatsServer, startNatsCluster, startNatsServer } from './nats-server.fixtures.ts';

const path = findNatsServer();
const skip = path ? false : 'NOT TESTED: no nats-server on PATH or in the sbin folders. Install it (apt-get install nats-server) and run again.';

/** A cluster tells nobody when it has settled, so this asks until it has, or the test is over. */
async function eventually<Value>(signal: AbortSignal, ask: () => Promise<Value | false>): Promise<Value> {
  for (;;) {
    signal.throwIfAborted();
    const answer = await ask().catch(() => false as const);
    if (answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test(
  'a cluster keeps as many copies as are asked for, also of streams that are there, and outlives one of its servers',
  { skip, timeout: 120_000 },
  async ({ signal }) => {
    await using stack = new AsyncDisposableStack();
    const cluster = await startNatsCluster(path!);
    for (const server of cluster.values()) stack.use(server);
    const url = [...cluster.values()].map((server) => server.url).join(',');
    const open = (replicas?: number): Promise<EventBus> => eventually(signal, () => openJetStreamBus({ url, ...(replicas && { replicas }) }));
    await using connection = await connectNats(url, 'watcher').then((live) => Object.assign(live, { [Symbol.asyncDispose]: () => live.close() }));
    const streamOf = async (name: string): Promise<StreamInfo> => (await jetstreamManager(connection)).streams.info(name);

    {
      await using one = await open();
      await one.publish(testEvent({ id: 'before' }));
      assert.equal((await streamOf('EVENTS')).config.num_replicas, 1);
    }
    await using three = await open(3);
    for (const name of ['EVENTS', 'EVENTS_LEASES']) {
      await eventually(signal, async () => {
        const { config, cluster: peers } = await streamOf(name);
        return (
          config.num_replicas === 3 && peers?.leader !== undefined && peers.replicas?.length === 2 && peers.replicas.every(({ current }) => current)
        );
      });
    }
    // "Current" (of nats-server 2.9) only means that a follower follows: it may still have nothing of what was there before. If the leader dies then, the
    // two others wait for its messages until it is back.
    for (const server of cluster.values()) await eventually(signal, async () => (await server.copyOf('EVENTS')) === 1);
    await using _ = await open(); // nobody who asks for no number changes it
    const { config, cluster: peers } = await streamOf('EVENTS');
    assert.equal(config.num_replicas, 3);

    await cluster.get(peers!.leader!)!.kill();
    await eventually(signal, () => three.publish(testEvent({ id: 'after' })));
    await eventually(signal, async () => (await streamOf('EVENTS')).state.messages === 2);
  },
);

test('a single server says that it cannot keep three copies', { skip }, async () => {
  await using server = await startNatsServer(path!);
  await assert.rejects(openJetStreamBus({ url: server.url, replicas: 3 }), (error: Error) => {
    assert.ok(error instanceof EventServerUnavailable);
    assert.match(error.message, /NATS_REPLICAS/);
    return true;
  });
});
