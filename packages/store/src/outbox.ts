import type { CloudEvent, EventBus } from '@customerai/events';
import { detached, inSpan } from '@customerai/telemetry';
import { type Connection, type Model, Schema } from 'mongoose';
import { republishMissing } from './republish-missing.ts';

const KEEP_SECONDS = 7 * 24 * 60 * 60; // long enough to republish what a broker lost over a week's absence
const BATCH = 200;
const RETRY_MS = 1_000;

/** Fields to insert with a new document, so that it and its events are one write. */
export function withOutbox(events: readonly CloudEvent[]): { outbox?: readonly CloudEvent[]; outboxPending?: true } {
  return events.length === 0 ? {} : { outbox: events, outboxPending: true };
}

/** An update's `$set` and `$push`, so that a change and its events are one write. */
export function setWithOutbox<Fields extends object>(fields: Fields, events: readonly CloudEvent[]): Record<string, unknown> {
  if (events.length === 0) return { $set: fields };
  return { $set: { ...fields, outboxPending: true }, $push: { outbox: { $each: events } } };
}

export interface OutboxRelay extends AsyncDisposable {
  /** Tells that a document may have events waiting. Cheap; call it after any write. */
  wake(): void;
  settle(): Promise<void>;
  /** How much waits to become an event. Looks at some 10,000 documents at most. */
  status(): Promise<OutboxStatus>;
}

export interface OutboxStatus {
  /** Documents with events that are not published. */
  waiting: number;
  /** When the oldest of those events was made; undefined when none waits. */
  oldest: Date | undefined;
}

/** A document with events to publish, as it was read. */
interface Pending {
  model: Model<any>;
  id: string;
  events: CloudEvent[];
}

/**
 * Moves events from the documents that raised them to the bus: publishes, copies them with their sequence to the `outbox` collection, then
 * clears the field. A crash between any two steps repeats them: the bus drops an id that it has. Order holds per partition key,
 * because event ids grow with time and a key's events are published one after the other.
 */
export async function createOutboxRelay(options: {
  connection: Connection;
  models: Model<any>[];
  bus: EventBus;
  onError(error: Error): void;
}): Promise<OutboxRelay> {
  const { connection, models, bus, onError } = options;
  const schema = new Schema<any>(
    { _id: String, event: Schema.Types.Mixed, createdAt: Date, sequence: Number },
    { collection: 'outbox', versionKey: false },
  );
  schema.index({ createdAt: 1 }, { expireAfterSeconds: KEEP_SECONDS });
  schema.index({ sequence: 1 }); // finds what the log has lost
  const record = connection.model('outbox', schema) as unknown as Model<any>;
  await record.createCollection();
  await record.ensureIndexes();

  let running: Promise<void> | undefined;
  let again = false;
  let compared = false; // with the log: once, before anything new is published
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  async function readPending(): Promise<Pending[]> {
    const found = await Promise.all(
      models.map(async (model) => {
        // The driver's own collection: the relay serves all tenants, and its writes must not wake it again.
        const documents = await model.collection.find({ outboxPending: true }, { projection: { outbox: 1 }, limit: BATCH }).toArray();
        return documents.map((document) => ({ model, id: String(document._id), events: (document['outbox'] ?? []) as CloudEvent[] }));
      }),
    );
    return found.flat();
  }

  async function publishBatch(): Promise<number> {
    const pending = await readPending();
    if (pending.length === 0) return 0;
    const events = pending.flatMap((document) => document.events).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const byKey = Map.groupBy(events, ({ tenant, partitionkey }) => `${tenant}\n${partitionkey}`);
    const published = (await Promise.all([...byKey.values()].map(publishInOrder))).flat();
    const createdAt = new Date();
    if (published.length > 0)
      await record.collection.bulkWrite(
        published.map(({ event, sequence }) => ({
          updateOne: { filter: { _id: event.id as never }, update: { $set: { sequence }, $setOnInsert: { event, createdAt } }, upsert: true },
        })),
      );
    await Promise.all(pending.map(clear));
    return pending.length;
  }

  async function publishInOrder(events: CloudEvent[]) {
    const published: { event: CloudEvent; sequence: number }[] = [];
    for (const event of events) published.push({ event, sequence: await publish(event) });
    return published;
  }

  async function publish(event: CloudEvent): Promise<number> {
    const { id, type, source, traceparent } = event;
    if (traceparent === undefined) return (await bus.publish(event)).sequence;
    const attributes = { 'messaging.operation.type': 'send', 'messaging.destination.name': type, 'messaging.message.id': id };
    const service = source.split('/').at(-1);
    const options = { kind: 'producer', service, parent: traceparent, attributes } as const;
    return inSpan(`publish ${type}`, options, async () => (await bus.publish(event)).sequence);
  }

  async function clear({ model, id, events }: Pending): Promise<void> {
    // Mostly nothing was added since the document was read, and one write leaves it clean. The first event's id tells that no other
    // process has cleared it meanwhile: then as many events as we read could be new ones.
    const unchanged: any = { _id: id, outbox: { $size: events.length }, ...(events[0] && { 'outbox.0.id': events[0].id }) };
    const { matchedCount } = await model.collection.updateOne(unchanged, { $unset: { outboxPending: 1, outbox: 1 } });
    if (matchedCount > 0) return;
    const published: any = { outbox: { id: { $in: events.map((event) => event.id) } } };
    await model.collection.updateOne({ _id: id as never }, { $pull: published });
    again = true;
  }

  async function run(): Promise<void> {
    try {
      if (!compared) await republishMissing(record.collection, bus);
      compared = true;
      do {
        again = false;
        if ((await publishBatch()) >= BATCH) again = true;
      } while (again && !closed);
    } catch (error) {
      if (closed) return;
      onError(new Error('Events wait in the outbox; the relay tries again in a second.', { cause: error }));
      timer = setTimeout(wake, RETRY_MS);
    } finally {
      running = undefined;
    }
  }

  function wake(): void {
    again = true;
    // Whoever wakes the relay first must not get the others' events into its trace.
    if (!closed) running ??= detached(run);
  }

  return {
    wake,
    settle: async () => {
      wake();
      while (running) await running;
    },
    status: async () => {
      const of = await Promise.all(models.map(({ collection }) => readStatus(collection)));
      const times = of.flatMap(({ oldest }) => oldest ?? []).toSorted((a, b) => a.getTime() - b.getTime());
      return { waiting: of.reduce((sum, { waiting }) => sum + waiting, 0), oldest: times[0] };
    },
    [Symbol.asyncDispose]: async () => {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}

const MOST_COUNTED = 10_000;

async function readStatus(collection: Model<any>['collection']): Promise<OutboxStatus> {
  const waiting = await collection.countDocuments({ outboxPending: true }, { limit: MOST_COUNTED });
  if (waiting === 0) return { waiting, oldest: undefined };
  // Documents come in the order in which they were marked, so the oldest is among the first.
  const first = await collection.find({ outboxPending: true }, { projection: { 'outbox.time': 1 }, limit: BATCH }).toArray();
  const times = first.flatMap(({ outbox }) => (outbox as { time: string }[] | undefined)?.map(({ time }) => Date.parse(time)) ?? []);
  return { waiting, oldest: times.length === 0 ? undefined : new Date(Math.min(...times)) };
}
