import { type Env, parseEnv, readerKey } from '@customerai/service';
import { z } from 'zod';

const shape = {
  // Checksummed and telling formats score 0.6 and more, bare digits without a word that names them 0.45 and less.
  PRIVACY_MIN_SCORE: z.coerce.number().min(0).max(1).default(0.5),
  PRIVACY_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  SENTIMENT_CACHE_KEY: readerKey,
};

export interface Config {
  /** Findings of patterns below are passed over, unless the caller asks for another threshold. 0 to 1. */
  minScore: number;
  /** Secret that the audit log is sealed with. Without it the store keeps one of its own. */
  key?: Buffer;
  /** Secret of the cache of the model's answers; the sentiment service's, so that one pass of the model serves both. */
  cacheKey: Buffer;
}

/** Throws `ConfigError` with every problem at once. */
export function parseConfig(env: Env): Readonly<Config> {
  const { PRIVACY_MIN_SCORE, PRIVACY_KEY, SENTIMENT_CACHE_KEY } = parseEnv(shape, env);
  return Object.freeze({
    minScore: PRIVACY_MIN_SCORE,
    ...(PRIVACY_KEY === undefined ? {} : { key: Buffer.from(PRIVACY_KEY, 'utf8') }),
    cacheKey: SENTIMENT_CACHE_KEY,
  });
}
