import type { CloudEvent, EventBus } from '@customerai/events';
import { type Connection, type Model, Schema } from 'mongoose';
import { acrossTenants } from './require-tenant.ts';

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
}

interface Pending {
  model: Model<any>;
  id: string;
  event: CloudEvent;
}

/**
 * Moves events from the documents that raised them to the bus: copies them to the `outbox` collection, publishes, keeps the sequence, then
 * clears the field. A crash between any two steps repeats the step: the bus drops an id that it has. Order holds per partition key,
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
  const record = connection.model('outbox', schema) as unknown as Model<any>;
  await record.createCollection();
  await record.ensureIndexes();

  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  async function readPending(): Promise<Pending[]> {
    const found = await Promise.all(
      models.map(async (model) => {
        const documents = await model.find({ outboxPending: true }, { outbox: 1 }, acrossTenants).limit(BATCH).lean();
        return documents.flatMap((document: any) => (document.outbox ?? []).map((event: CloudEvent) => ({ model, id: document._id, event })));
      }),
    );
    return found.flat().toSorted((a, b) => (a.event.id < b.event.id ? -1 : 1));
  }

  async function publishBatch(): Promise<number> {
    const pending = await readPending();
    if (pending.length === 0) return 0;
    const createdAt = new Date();
    await record.bulkWrite(
      pending.map(({ event }) => ({ updateOne: { filter: { _id: event.id }, update: { $setOnInsert: { event, createdAt } }, upsert: true } })),
    );
    const byKey = Map.groupBy(pending, ({ event }) => `${event.tenant}\n${event.partitionkey}`);
    await Promise.all([...byKey.values()].map(publishInOrder));
    return pending.length;
  }

  const byId = (id: string): any => ({ _id: id });

  async function publishInOrder(pending: Pending[]): Promise<void> {
    for (const { model, id, event } of pending) {
      const { sequence } = await bus.publish(event);
      await record.updateOne({ _id: event.id }, { $set: { sequence } });
      await model.updateOne(byId(id), { $pull: { outbox: { id: event.id } } }, acrossTenants);
      await model.updateOne({ ...byId(id), 'outbox.0': { $exists: false } }, { $unset: { outboxPending: 1, outbox: 1 } }, acrossTenants);
    }
  }

  async function run(): Promise<void> {
    try {
      do {
        again = false;
        while (!closed && (await publishBatch()) > 0);
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
    if (!closed) running ??= run();
  }

  return {
    wake,
    settle: async () => {
      wake();
      while (running) await running;
    },
    [Symbol.asyncDispose]: async () => {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
