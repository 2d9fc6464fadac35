export { openEmbeddedBus, type EmbeddedBus, type EmbeddedBusOptions } from './embedded-bus.ts';
export { EventLogUnavailable, FILE_NAME as EVENT_LOG_FILE } from './database.ts';
export { readLogPositions, snapshotClosedLog } from './snapshot.ts';
export type { Retention } from './retention.ts';
