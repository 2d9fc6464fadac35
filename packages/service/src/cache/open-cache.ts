import { ConfigError } from '../config.ts';
import type { Cache } from './cache.ts';
import { createMemoryCache } from './memory-cache.ts';

/** `memory:` for one process, `redis://` or `rediss://` for many. */
export async function openCache(url: string, onError: (error: Error) => void): Promise<Cache> {
  if (url.startsWith('memory:')) return createMemoryCache();
  if (/^rediss?:/.test(url)) return (await import('./redis-cache.ts')).createRedisCache(url, onError);
  throw new ConfigError(`REDIS_URL must begin with redis://, rediss:// or memory:, not "${url.split(':')[0]}:".`);
}
