import { jetstream, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { NodeConnectionOptions } from '@nats-io/transport-node';
import { silentLog, type BusLog, type EventBus } from '../bus.ts';
import { checkConsumerName } from '../delivery/consumer-name.ts';
import { connectNats, EventServerUnavailable, withoutCredentials } from './connection.ts';
import { startConsumer, type JetStreamConsumer } from './jetstream-consumer.ts';
import { openTail } from './jetstream-tail.ts';
import { createPublisher } from './publisher.ts';
import { firstSequenceFrom, idOfMessage } from './stored-message.ts';
import { ensureStreams } from './streams.ts';

export interface JetStreamBusOptions {
  /** `nats://host:port` or `tls://host:port`; several separated by commas; user and password in it if need be. */
  url: string;
  /** Copies of the streams, 1 to 5; a stream that has another number is changed. Absent: one copy where they are made, and what is there stays. */
  replicas?: number;
  /** Name of the stream. Default `EVENTS`. */
  stream?: string;
  /** First token of the subjects. Default `evt`. */
  prefix?: string;
  /** After this many ms without a sign of life the server delivers again. Default 30 s; a sign goes out every third of it. */
  ackWait?: number;
  /** After this many ms another process takes the consumers of a dead one over. Default 5 s. */
  lease?: number;
  /** More for the connection: NKEY or JWT authenticator, TLS files. */
  connection?: Partial<NodeConnectionOptions>;
  /** Name of the connection, for operators. */
  name?: string;
  log?: BusLog;
}

/** Opens the event log on NATS JetStream, making its streams where they are missing. Throws EventServerUnavailable. */
export async function openJetStreamBus(options: JetStreamBusOptions): Promise<EventBus> {
  const { url, replicas, stream = 'EVENTS', prefix = 'evt', ackWait = 30_000, lease = 5_000, log: report = silentLog } = options;
  const settings = { stream, prefix, replicas, lease };
  const connection = await connectNats(url, options.name ?? 'customerai', options.connection);
  let jsm: JetStreamManager;
  try {
    // Short: after a restart of the server the first question may be lost, and is asked again.
    jsm = await jetstreamManager(connection, { timeout: 2_000 });
    await ensureStreams(jsm, settings);
  } catch (cause) {
    await connection.close();
    throw new EventServerUnavailable(
      `NATS at ${withoutCredentials(url)} answers, but its JetStream cannot hold the events (${(cause as Error).message}). ` +
        `Start it with "nats-server -js", give it room${replicas && replicas > 1 ? `, or let fewer than ${replicas} servers hold copies (NATS_REPLICAS)` : ''}.`,
      { cause },
    );
  }
  const js = jetstream(connection);
  const consumers = new Map<string, Promise<JetStreamConsumer>>();
  const closing = new AbortController();
  const onReconnect = new Set<() => void>();

  async function state() {
    const info = await jsm.streams.info(stream);
    return { created: info.created, firstSequence: info.state.first_seq, lastSequence: info.state.last_seq };
  }

  async function restore() {
    const info = await ensureStreams(jsm, settings);
    return { created: info.created, lastSequence: info.state.last_seq };
  }

  async function watchConnection(): Promise<void> {
    for await (const { type } of connection.status()) {
      if (type === 'disconnect') report.warn({}, 'connection to the event server lost, reconnecting');
      if (type !== 'reconnect') continue;
      report.info({}, 'connected to the event server again');
      for (const resume of Array.from(onReconnect)) resume(); // a copy: resuming may add one
      for (const consumer of consumers.values())
        consumer.then(
          ({ resume }) => resume(),
          () => {},
        );
    }
  }
  void watchConnection();

  function assertOpen(): void {
    if (closing.signal.aborted) throw new Error('The event bus is closed.');
  }

  const publish = createPublisher(js, connection, { prefix, restore });
  const wire = { js, jsm, connection, settings, ackWait, report, restore };
  return {
    async publish(event) {
      if (connection.isClosed()) assertOpen();
      return publish(event);
    },
    async consume(consumerOptions) {
      assertOpen();
      const { name } = consumerOptions;
      checkConsumerName(name);
      if (consumers.has(name)) throw new Error(`Consumer ${name} runs already: a durable name has one consumer.`);
      const starting = startConsumer(consumerOptions, wire);
      consumers.set(name, starting);
      const consumer = await starting;
      return {
        async [Symbol.asyncDispose]() {
          await consumer.stop();
          if (consumers.get(name) === starting) consumers.delete(name);
        },
      };
    },
    async tail(tailOptions) {
      assertOpen();
      return openTail(
        {
          js,
          stream,
          prefix,
          lastSequence: async () => (await state()).lastSequence,
          firstFrom: (sequence, filter) => firstSequenceFrom(jsm, stream, sequence, filter),
          closing: closing.signal,
          onReconnect,
        },
        tailOptions,
      );
    },
    async settle() {
      let target: number;
      do {
        const { firstSequence, lastSequence } = await state();
        target = lastSequence;
        const running = await Promise.all(consumers.values());
        await Promise.all(running.map((consumer) => consumer.reached(target, firstSequence)));
      } while ((await state()).lastSequence > target);
    },
    idAt: (sequence) => idOfMessage(jsm, stream, sequence),
    async extent() {
      const { created, firstSequence, lastSequence } = await state();
      return { id: created, first: Math.max(firstSequence, 1), last: lastSequence };
    },
    async status() {
      const { lastSequence } = await state();
      const running = await Promise.all(consumers.values());
      return { lastSequence, consumers: await Promise.all(running.map((consumer) => consumer.status(lastSequence))) };
    },
    async [Symbol.asyncDispose]() {
      if (closing.signal.aborted) return;
      closing.abort();
      const running = await Promise.allSettled(consumers.values());
      await Promise.all(running.map((consumer) => (consumer.status === 'fulfilled' ? consumer.value.stop() : undefined)));
      await connection.close();
    },
  };
}
