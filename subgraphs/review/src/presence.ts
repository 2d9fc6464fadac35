import type { Cache, Clock } from '@customerai/service';
import { createLanes } from './commands/lanes.ts';

const HOLDS_MS = 30_000;

/** Who has an item open: a hint that nobody depends on, so it lives in the cache and may vanish with it. */
export interface Presence {
  /** `open: false` takes it back. */
  mark(tenant: string, itemId: string, userId: string, open: boolean): Promise<void>;
  /** Ids of those who said so within the last 30 seconds. */
  who(tenant: string, itemId: string): Promise<string[]>;
}

/** Two marks of one item on two replicas at the same moment may lose one; whoever looks says so again, and it is there. */
export function createPresence({ cache, clock }: { cache: Cache; clock: Clock }): Presence {
  const lanes = createLanes();
  const keyOf = (tenant: string, itemId: string) => `review:open:${tenant}:${itemId}`;
  const read = async (key: string): Promise<[userId: string, until: number][]> => {
    const now = clock().getTime();
    return ((await cache.get<[string, number][]>(key)) ?? []).filter(([, until]) => until > now);
  };
  return {
    mark: (tenant, itemId, userId, open) => {
      const key = keyOf(tenant, itemId);
      return lanes.run(key, async () => {
        const others = (await read(key)).filter(([id]) => id !== userId);
        const all = open ? [...others, [userId, clock().getTime() + HOLDS_MS]] : others;
        await (all.length > 0 ? cache.set(key, all, { ttlSeconds: HOLDS_MS / 1000 }) : cache.delete(key));
      });
    },
    who: async (tenant, itemId) => (await read(keyOf(tenant, itemId))).map(([userId]) => userId),
  };
}
