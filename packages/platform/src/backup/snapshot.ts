import { EVENT_LOG_FILE, type EventBus, type LogPositions } from '@customerai/events';
import type { Service } from '@customerai/service';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a snapshot keeps the embedded MongoDB, as in the data directory. */
export const DOCUMENTS = 'mongodb';

/** What a snapshot directory holds. */
export interface SnapshotContent {
  /** The embedded MongoDB, in `mongodb/`. Absent when the documents are on a MongoDB of their own. */
  documents: boolean;
  /** Where the event log in `events.sqlite` stands; null when the log is not embedded. */
  log: LogPositions | null;
}

export interface SnapshotSources {
  /** Absent when MONGO_URL names a server. */
  documents?: { snapshot(directory: string): Promise<void> };
  /** Absent when the events are on a NATS server. */
  bus?: Pick<EventBus, 'snapshot'>;
  services: readonly Pick<Service, 'snapshot'>[];
}

/**
 * Copies a running platform's data into an empty directory. The order matters: the event log with the positions of its consumers first, then what
 * consumers made of events (the warehouse), then the record, the documents. So nothing in a copy is ahead of a later one: an event that is newer than
 * the copied log is remembered by the `outbox` of the documents and published again after restoring, and no event is left over whose document is not
 * there.
 */
export async function takeSnapshot(directory: string, { documents, bus, services }: SnapshotSources): Promise<SnapshotContent> {
  const log = (await bus?.snapshot?.(join(directory, EVENT_LOG_FILE))) ?? null;
  for (const service of services) await service.snapshot?.(directory);
  if (documents) {
    await mkdir(join(directory, DOCUMENTS), { mode: 0o700 });
    await documents.snapshot(join(directory, DOCUMENTS));
  }
  return { documents: documents !== undefined, log };
}
