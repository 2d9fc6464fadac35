import type { Env } from '@customerai/service';
import { randomBytes } from 'node:crypto';

/** The environment with a secret for the cache of the model's answers, made anew at each start when none is given, so that the services that share it share their answers. */
export function withCacheKey(env: Env): Env {
  const given = env['SENTIMENT_CACHE_KEY'] || env['SENTIMENT_CACHE_KEY_FILE'];
  return given ? env : { ...env, SENTIMENT_CACHE_KEY: randomBytes(32).toString('base64url') };
}
