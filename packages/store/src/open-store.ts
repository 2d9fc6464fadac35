import type { EventBus } from '@customerai/events';
import { isTracing } from '@customerai/telemetry';
import mongoose, { type Connection, type IndexOptions, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { createOutboxRelay, type OutboxRelay, type OutboxStatus } from './outbox.ts';
import { requireTenant } from './require-tenant.ts';
import { traceCollection } from './trace-collection.ts';

/** Seen: the driver waits for ever for a server that goes away while its client is being closed. */
const CLOSE_MS = 5_000;

export interface StoreOptions {
  /** Any MongoDB URL; the embedded server's in the all-in-one. */
  url: string;
  /** The service's own database: no service reads another's. */
  database: string;
  bus: EventBus;
  /** Called with what the relay could not do; it goes on by itself. */
  onError(error: Error): void;
}

/** What every stored document has. `outbox` holds the events of the change that wrote it, until the relay has published them. */
export interface StoredDocument {
  _id: string;
  tenant: string;
}

export interface CollectionOptions {
  fields: SchemaDefinition;
  indexes?: [Record<string, 1 | -1>, IndexOptions?][];
  /** Its changes raise events. Default false. */
  outbox?: boolean;
}

export interface Store extends AsyncDisposable {
  connection: Connection;
  /** A mongoose model whose every query must name the tenant (see `requireTenant`). Call before `start`. */
  collection<Document extends StoredDocument>(name: string, options: CollectionOptions): Model<Document>;
  /** Creates collections and indexes, then starts the relay. Waits for MongoDB at most 10 s. */
  start(): Promise<void>;
  /** Tells the relay that events may wait. Writes through a model do it themselves, except a bulk write that failed in part. */
  wake(): void;
  /** Resolves when no change waits for the relay. */
  settle(): Promise<void>;
  /** How much waits for the relay. */
  outboxStatus(): Promise<OutboxStatus>;
}

export async function openStore(options: StoreOptions): Promise<Store> {
  const connection = mongoose.createConnection(options.url, {
    dbName: options.database,
    autoIndex: false,
    autoCreate: false,
    maxPoolSize: 10,
    serverSelectionTimeoutMS: 10_000,
  });
  // Selection errors reach the caller of the operation; without a listener the driver's event would end the process.
  connection.on('error', options.onError);
  const models: Model<any>[] = [];
  const withOutbox: Model<any>[] = [];
  let relay: OutboxRelay | undefined;

  return {
    connection,
    collection: <Document extends StoredDocument>(name: string, { fields, indexes = [], outbox = false }: CollectionOptions) => {
      const schema = new Schema<any>(
        {
          _id: { type: String, required: true },
          tenant: { type: String, required: true },
          ...fields,
          ...(outbox
            ? { outbox: { type: [Schema.Types.Mixed], default: undefined, select: false }, outboxPending: { type: Boolean, select: false } }
            : {}),
        },
        { collection: name, versionKey: false, minimize: false, id: false, strict: 'throw', strictQuery: 'throw' },
      );
      for (const [keys, indexOptions] of indexes) schema.index(keys, indexOptions ?? {});
      requireTenant(schema);
      if (outbox) {
        schema.index({ outboxPending: 1 }, { sparse: true });
        const wake = () => relay?.wake();
        schema.post(['save', 'insertMany', 'updateOne', 'updateMany', 'findOneAndUpdate', 'bulkWrite'] as never, wake);
      }
      const model = connection.model<Document>(name, schema as never);
      if (isTracing()) traceCollection(model.collection, { name, database: options.database });
      models.push(model);
      if (outbox) withOutbox.push(model);
      return model;
    },
    start: async () => {
      await connection.asPromise();
      for (const model of models) {
        await model.createCollection();
        await model.ensureIndexes();
      }
      relay = await createOutboxRelay({ connection, models: withOutbox, bus: options.bus, onError: options.onError });
      relay.wake();
    },
    wake: () => relay?.wake(),
    settle: async () => relay?.settle(),
    outboxStatus: async () => (await relay?.status()) ?? { waiting: 0, oldest: undefined },
    [Symbol.asyncDispose]: async () => {
      await relay?.[Symbol.asyncDispose]();
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, CLOSE_MS);
      await Promise.race([connection.close(), late.promise]);
      clearTimeout(timer);
    },
  };
}
