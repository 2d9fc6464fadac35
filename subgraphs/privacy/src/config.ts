import { type Env, parseEnv } from '@customerai/service';
import { z } from 'zod';

const shape = {
  // Checksummed and telling formats score 0.6 and more, bare digits without a word that names them 0.45 and less.
  PRIVACY_MIN_SCORE: z.coerce.number().min(0).max(1).default(0.5),
};

export interface Config {
  /** Findings below are passed over, unless the caller asks for another threshold. 0 to 1. */
  minScore: number;
}

/** Throws `ConfigError` with every problem at once. */
export function parseConfig(env: Env): Readonly<Config> {
  return Object.freeze({ minScore: parseEnv(shape, env).PRIVACY_MIN_SCORE });
}
