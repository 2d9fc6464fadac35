import { ConfigError } from '../config.ts';
import type { Cache } from './cache.ts';
import { createMemoryCache } from './memory-cache.ts';
import { createRedisCache } from './redis-cache.ts';

/** `memory:` for one process, `redis://` or `rediss://` for many. */
export function openCache(url: string, onError: (error: Error) => void): Cache {
  if (url.startsWith('memory:')) return createMemoryCache();
  if (/^rediss?:/.test(url)) return createRedisCache(url, onError);
  throw new ConfigError(`REDIS_URL must begin with redis://, rediss:// or memory:, not "${url.split(':')[0]}:".`);
}
