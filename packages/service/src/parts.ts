import type { EventBus } from '@customerai/events';
import type { Metrics } from '@customerai/telemetry';
import type { Cache } from './cache/cache.ts';
import type { Clock, NewId } from './ids.ts';
import type { Logger } from './logger.ts';
import type { Rpc } from './rpc/rpc.ts';

/** What a service stands on. `packages/platform` and `runService` open it; a service never asks what is behind a part. */
export interface Parts {
  /** MongoDB, without a database name; each service takes its own database. */
  mongoUrl: string;
  bus: EventBus;
  rpc: Rpc;
  cache: Cache;
  clock: Clock;
  newId: NewId;
  log: Logger;
  /** Where figures go; nowhere unless METRICS_PORT is set. */
  metrics: Metrics;
  /** For a service's own files (warehouse, keys). */
  dataDir: string;
}
