import { type Env, parseEnv } from '@customerai/service';
import { z } from 'zod';

const shape = { FAIRNESS_THREADS: z.coerce.number().int().min(1).max(16).default(1) };

export interface Config {
  /** Audits that run at the same time. */
  threads: number;
}

/** Throws `ConfigError`. */
export function parseConfig(env: Env): Config {
  const { FAIRNESS_THREADS: threads } = parseEnv(shape, env);
  return Object.freeze({ threads });
}
