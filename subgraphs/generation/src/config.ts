import { type Env, parseEnv } from '@customerai/service';
import { z } from 'zod';

const shape = {
  // One common word in common stays below, the words of a whole short question are above; see domain/relevance.ts.
  GENERATION_RELEVANCE_FLOOR: z.coerce.number().min(0).max(1).default(0.5),
  // A passage index of 1,000 articles takes some 10 MB.
  GENERATION_INDEX_TENANTS: z.coerce.number().int().min(1).max(10_000).default(100),
};

export interface Config {
  /** Passages less relevant are not quoted. 0 to 1. */
  relevanceFloor: number;
  /** How many tenants' passages are held in memory at once. */
  indexTenants: number;
}

/** Throws `ConfigError` with every problem at once. */
export function parseConfig(env: Env): Readonly<Config> {
  const { GENERATION_RELEVANCE_FLOOR, GENERATION_INDEX_TENANTS } = parseEnv(shape, env);
  return Object.freeze({ relevanceFloor: GENERATION_RELEVANCE_FLOOR, indexTenants: GENERATION_INDEX_TENANTS });
}
