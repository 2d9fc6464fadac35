import { silentLog, type BusLog, type EventBus } from '../bus.ts';
import { checkConsumerName } from '../delivery/consumer-name.ts';
import { createCommitter } from './committer.ts';
import { identityOf, openDatabase } from './database.ts';
import { startConsumer, type EmbeddedConsumer } from './embedded-consumer.ts';
import { createEventLog } from './event-log.ts';
import { createPositions } from './positions.ts';
import { startRetention, type Retention } from './retention.ts';
import { snapshotDatabase } from './snapshot.ts';
import { createTail } from './tail.ts';

export interface EmbeddedBusOptions {
  /** Where the log lives; made when missing. In memory when absent, gone with the process. */
  directory?: string;
  clock?: { now(): Date };
  log?: BusLog;
  retention?: Retention;
}

/** The embedded twin adds what only a log in the own process can offer. */
export interface EmbeddedBus extends EventBus {
  /** Applies the retention now; resolves with the number of events dropped. It also runs each minute. */
  sweep(): Promise<number>;
}

/** Opens the event log of one process on SQLite. Throws EventLogUnavailable when another process has it. */
export async function openEmbeddedBus(options: EmbeddedBusOptions = {}): Promise<EmbeddedBus> {
  const { directory, clock = { now: () => new Date() }, log: report = silentLog, retention: limits = {} } = options;
  const database = openDatabase(directory);
  const committer = createCommitter(database);
  const now = () => clock.now();
  const log = createEventLog(database, committer, now);
  const positions = createPositions(database);
  const retention = startRetention(database, { log, positions, report, now, limits });
  const consumers = new Map<string, EmbeddedConsumer>();
  const closing = new AbortController();
  const id = identityOf(database).toString(36);

  function assertOpen(): void {
    if (closing.signal.aborted) throw new Error('The event bus is closed.');
  }

  return {
    // Handlers that finish while the bus closes may still publish: their effect would be half done otherwise.
    publish: async (event) => {
      if (!database.isOpen) assertOpen();
      return log.append(event);
    },
    async consume(consumerOptions) {
      assertOpen();
      const { name } = consumerOptions;
      checkConsumerName(name);
      if (consumers.has(name)) throw new Error(`Consumer ${name} runs already: a durable name has one consumer.`);
      const consumer = startConsumer(consumerOptions, { log, committer, positions, report });
      consumers.set(name, consumer);
      return {
        async [Symbol.asyncDispose]() {
          await consumer.stop();
          if (consumers.get(name) === consumer) consumers.delete(name);
        },
      };
    },
    async tail(tailOptions) {
      assertOpen();
      return createTail(log, tailOptions, closing.signal);
    },
    async settle() {
      let target: number;
      do {
        committer.flush();
        target = log.lastSequence;
        await Promise.all([...consumers.values()].map((consumer) => consumer.reached(target)));
        committer.flush();
      } while (log.lastSequence > target);
    },
    extent: async () => ({ id, first: log.firstSequence(), last: log.lastSequence }),
    status: async () => ({ lastSequence: log.lastSequence, consumers: [...consumers.values()].map((consumer) => consumer.status()) }),
    idAt: async (sequence) => log.idAt(sequence),
    async snapshot(file) {
      assertOpen();
      committer.flush(); // positions wait up to 100 ms for company
      return snapshotDatabase(database, file);
    },
    sweep: () => retention.sweep(),
    async [Symbol.asyncDispose]() {
      if (closing.signal.aborted) return;
      closing.abort();
      await Promise.all([...consumers.values()].map((consumer) => consumer.stop()));
      retention.stop();
      committer.flush();
      database.close();
    },
  };
}
