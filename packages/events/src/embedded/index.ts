export { openEmbeddedBus, type EmbeddedBus, type EmbeddedBusOptions } from './embedded-bus.ts';
export { EventLogUnavailable } from './database.ts';
export type { Retention } from './retention.ts';
