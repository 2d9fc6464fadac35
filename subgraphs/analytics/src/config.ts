import { type Env, parseEnv, wholeNumber } from '@customerai/service';
import { z } from 'zod';

const shape = {
  /** Absent: `warehouse.duckdb` in the data directory. */
  WAREHOUSE_PATH: z.string().optional(),
  WAREHOUSE_THREADS: z.coerce.number().int().min(1).max(64).default(1),
  WAREHOUSE_MEMORY: z
    .string()
    .regex(/^\d+(MB|GB)$/, 'must be a size such as 256MB or 2GB')
    .default('256MB'),
  EXPORT_MINUTES: wholeNumber(1, 1_440).default(60),
  ALERT_EVERY_MS: wholeNumber(1_000, 3_600_000).default(15_000),
  ALERT_WEBHOOKS: z.enum(['public', 'private', 'off']).default('public'),
};

export interface Config {
  warehouse: { path: string | undefined; threads: number; memory: string };
  /** How long the link to an export is good, in ms. */
  exportLifetimeMs: number;
  alerts: { everyMs: number; webhooks: 'public' | 'private' | 'off' };
}

/** Throws `ConfigError`. */
export function parseConfig(env: Env): Config {
  const {
    WAREHOUSE_PATH: path,
    WAREHOUSE_THREADS: threads,
    WAREHOUSE_MEMORY: memory,
    ALERT_EVERY_MS: everyMs,
    ALERT_WEBHOOKS: webhooks,
    EXPORT_MINUTES: minutes,
  } = parseEnv(shape, env);
  return Object.freeze({
    warehouse: Object.freeze({ path, threads, memory }),
    exportLifetimeMs: minutes * 60_000,
    alerts: Object.freeze({ everyMs, webhooks }),
  });
}
