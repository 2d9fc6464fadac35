import type { CloudEvent } from '@customerai/events';
import { type Connection, type Model, Schema } from 'mongoose';

export interface DeadLetter {
  _id: string;
  consumer: string;
  event: CloudEvent;
  error: string;
  at: Date;
}

/** Where events go that a consumer gave up. They stay until a person replays or drops them. */
export function openDeadLetters(connection: Connection): Model<DeadLetter> {
  const schema = new Schema<DeadLetter>({ _id: String, consumer: String, event: Schema.Types.Mixed, error: String, at: Date } as never, {
    collection: 'deadLetters',
    versionKey: false,
  });
  return connection.model<DeadLetter>('deadLetters', schema);
}

export async function saveDeadLetter(model: Model<DeadLetter>, consumer: string, event: CloudEvent, error: Error): Promise<void> {
  await model.updateOne(
    { _id: `${consumer}:${event.id}` },
    // The error's text could quote customer data: its name and code say enough, the log's trace has the rest.
    { $set: { consumer, event, error: `${error.name}${'code' in error ? ` (${String(error.code)})` : ''}`, at: new Date() } },
    { upsert: true },
  );
}
