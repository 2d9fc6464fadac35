import type { ConsumerMessages, JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { BusLog, ConsumerOptions } from '../bus.ts';
import { attachDurable, findDurable } from './durable.ts';
import { createLease } from './lease.ts';
import { createSession, type Session } from './session.ts';
import { leaseStream, leaseSubject, type StreamSettings } from './streams.ts';

/** Wait after a failure to talk to the server, in ms. */
const RETRY = 500;
/** Messages asked for ahead. */
const AHEAD = 500;
/** Messages taken before the event loop gets its turn. */
const TURN = 64;

export interface Wire {
  js: JetStreamClient;
  jsm: JetStreamManager;
  connection: NatsConnection;
  settings: StreamSettings;
  ackWait: number;
  report: BusLog;
  /** Makes the streams anew when the server lost them. */
  restore(): Promise<{ created: string; lastSequence: number }>;
}

export interface JetStreamConsumer {
  readonly name: string;
  status(lastSequence: number): Promise<{ name: string; pending: number; deadLetters: number }>;
  /** Resolves when all up to the sequence is finished, when stopped, or at once while another process runs this consumer. */
  reached(sequence: number, firstSequence: number): Promise<void>;
  /** Reads anew from the first unfinished event: after a reconnect nobody knows what was lost on the way. */
  resume(): void;
  stop(): Promise<void>;
}

/** Resolves when the consumer runs, or waits because another process runs it. */
export async function startConsumer(options: ConsumerOptions, wire: Wire): Promise<JetStreamConsumer> {
  const { js, jsm, settings, ackWait, report, restore } = wire;
  const { name } = options;
  const { stream, prefix } = settings;
  const lease = createLease(wire, leaseStream(stream), leaseSubject(prefix, name));
  const ready = Promise.withResolvers<void>();
  const stopping = Promise.withResolvers<void>();
  let stopped = false;
  let session: Session | undefined;
  let created = '';
  let messages: ConsumerMessages | undefined;
  let leaseEnd = 0;
  /** What this process knows to be finished, should the durable be gone when it attaches again. */
  let finished: number | undefined;

  async function pause(ms: number, wait = Promise.withResolvers<void>()): Promise<void> {
    const timer = setTimeout(wait.resolve, ms);
    await Promise.race([wait.promise, stopping.promise]);
    clearTimeout(timer);
  }

  /** Waits for the lease to become free, or until it is time to ask for it all the same. */
  async function standBy(): Promise<void> {
    const free = Promise.withResolvers<void>();
    const forget = lease.onRelease(free.resolve);
    await pause(settings.lease / 3, free);
    forget();
  }

  async function hold(): Promise<boolean> {
    const asked = performance.now();
    const held = await lease.hold();
    leaseEnd = held ? asked + settings.lease : 0;
    return held;
  }

  /** Renews while reading; a lease lost or run out ends the reading, for another process may run the consumer by now. */
  async function keepLease(): Promise<void> {
    try {
      if (!stopped && !(await hold())) messages?.stop();
    } catch {
      if (performance.now() > leaseEnd) messages?.stop();
    }
  }

  async function endSession(): Promise<void> {
    const ending = session;
    session = undefined;
    await ending?.end();
    if (ending) finished = ending.floor;
  }

  async function read(): Promise<void> {
    const state = await restore();
    const floor = session?.floor ?? finished;
    if (floor !== undefined && (state.created !== created || state.lastSequence < floor)) {
      report.error({ consumer: name, floor, lastSequence: state.lastSequence }, 'the event stream lost its end, reading anew');
      await endSession();
      finished = undefined;
    }
    created = state.created;
    const attachment = await attachDurable(jsm, stream, name, { floor: session?.floor, finished, lastSequence: state.lastSequence, ackWait });
    const current = (session ??= createSession(options, prefix, attachment.floor, report));
    messages = await (await js.consumers.get(stream, name)).consume({ max_messages: AHEAD, abort_on_missing_resource: true });
    if (stopped) messages.stop();
    ready.resolve();
    const renewal = setInterval(keepLease, settings.lease / 3);
    const alive = setInterval(() => current.keepAlive(), ackWait / 3);
    try {
      let expected = attachment.nextDelivery;
      for await (const message of messages) {
        if (stopped) return;
        if (message.info.deliverySequence !== expected++) {
          report.warn({ consumer: name, sequence: message.seq }, 'messages were lost on the way, reading anew');
          return;
        }
        current.take(message);
        // Messages fetched ahead would otherwise be taken without the event loop ever getting a turn.
        if (expected % TURN === 0) await new Promise(setImmediate);
        await current.room();
      }
    } finally {
      clearInterval(renewal);
      clearInterval(alive);
      messages.stop();
      messages = undefined;
    }
  }

  async function run(): Promise<void> {
    let standby = false;
    while (!stopped) {
      try {
        if (await hold()) {
          if (standby) report.info({ consumer: name }, 'took the consumer over');
          standby = false;
          await read();
        } else {
          await endSession();
          if (!standby) report.info({ consumer: name }, 'another process runs this consumer, waiting to take over');
          standby = true;
          ready.resolve();
          await standBy();
        }
      } catch (error) {
        report.warn({ consumer: name, error: (error as Error).message }, 'event server does not answer, will try again');
        if (performance.now() > leaseEnd) await endSession();
        await pause(RETRY);
      }
    }
  }

  const running = run();
  await ready.promise;

  return {
    name,
    async status(lastSequence) {
      if (session) return { name, pending: session.pending + Math.max(0, lastSequence - session.taken), deadLetters: session.deadLetters };
      const found = await findDurable(jsm, stream, name);
      return { name, pending: found ? found.num_pending + found.num_ack_pending : lastSequence, deadLetters: 0 };
    },
    async reached(sequence, firstSequence) {
      session?.dropped(firstSequence);
      await session?.reached(sequence);
    },
    resume: () => messages?.stop(),
    async stop() {
      if (stopped) return;
      stopped = true;
      stopping.resolve();
      ready.resolve();
      messages?.stop();
      await endSession();
      await running;
      // The lease may run out by itself when the server is away.
      await lease.release().catch(() => {});
    },
  };
}
