import { type Env, parseEnv } from '@customerai/service';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';

const shape = {
  SENTIMENT_CACHE_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
};

export type Config = ReturnType<typeof parseConfig>;

/** The README's table says what each variable means and why its default is what it is. */
export function parseConfig(env: Env) {
  const { SENTIMENT_CACHE_KEY } = parseEnv(shape, env);
  return Object.freeze({ cacheKey: SENTIMENT_CACHE_KEY ? Buffer.from(SENTIMENT_CACHE_KEY, 'utf8') : randomBytes(32) });
}
