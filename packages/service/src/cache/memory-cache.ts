import { LRUCache } from 'lru-cache';
import type { Cache } from './cache.ts';

const MAX_BYTES = 32 * 1024 * 1024; // some 30,000 cached analyses

/** The cache of one process: least recently used goes first, at most 32 MiB of JSON. */
export function createMemoryCache(): Cache {
  const entries = new LRUCache<string, string>({
    maxSize: MAX_BYTES,
    sizeCalculation: (value, key) => 2 * (value.length + key.length) + 64,
    ttlAutopurge: false,
  });
  const write = (key: string, value: unknown, ttlSeconds: number) => entries.set(key, JSON.stringify(value), { ttl: ttlSeconds * 1000 });
  return {
    get: async (key) => {
      const value = entries.get(key);
      return value === undefined ? undefined : JSON.parse(value);
    },
    set: async (key, value, { ttlSeconds }) => void write(key, value, ttlSeconds),
    setIfAbsent: async (key, value, { ttlSeconds }) => {
      if (entries.has(key)) return false;
      write(key, value, ttlSeconds);
      return true;
    },
    delete: async (key) => void entries.delete(key),
    [Symbol.asyncDispose]: async () => entries.clear(),
  };
}
