import { inSpan } from '@customerai/telemetry';
import { Redis } from 'ioredis';
import type { Cache } from './cache.ts';

const COMMAND_TIMEOUT_MS = 50; // a slower cache is worse than none; ioredis waits for ever by default

/** The shared cache. While Redis is away every read misses and every write is dropped; `onError` hears of it once a spell. */
export function createRedisCache(url: string, onError: (error: Error) => void): Cache {
  const redis = new Redis(url, {
    commandTimeout: COMMAND_TIMEOUT_MS,
    connectTimeout: 2_000,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    keyPrefix: 'customerai:',
    retryStrategy: (attempt) => Math.min(attempt * 200, 5_000),
  });
  let away = false;
  redis.on('ready', () => (away = false));
  redis.on('error', (error) => {
    if (!away) onError(new Error('Redis is away; going on without a cache.', { cause: error }));
    away = true;
  });

  const or = async <Value>(name: string, fallback: Value, command: () => Promise<Value>): Promise<Value> => {
    const attributes = { 'db.system.name': 'redis', 'db.operation.name': name };
    try {
      return await inSpan(name, { kind: 'client', attributes, onlyInside: true }, command);
    } catch {
      return fallback;
    }
  };
  return {
    get: (key) =>
      or('GET', undefined, async () => {
        const value = await redis.get(key);
        return value === null ? undefined : JSON.parse(value);
      }),
    set: (key, value, { ttlSeconds }) => or('SET', undefined, async () => void (await redis.set(key, JSON.stringify(value), 'EX', ttlSeconds))),
    setIfAbsent: (key, value, { ttlSeconds }) =>
      or('SET NX', true, async () => (await redis.set(key, JSON.stringify(value), 'EX', ttlSeconds, 'NX')) === 'OK'),
    delete: (key) => or('DEL', undefined, async () => void (await redis.del(key))),
    [Symbol.asyncDispose]: async () => redis.disconnect(),
  };
}
