import { setImmediate } from 'node:timers/promises';
import { createPassageIndex, type PassageIndex } from '../domain/passage-index.ts';
import type { ArticleStore } from './articles.ts';

/** Passage indexes by tenant, in memory, as fresh as the store. */
export interface PassageIndexes {
  of(tenant: string): Promise<PassageIndex>;
}

interface Entry {
  index: PassageIndex;
  revision: number;
  refreshed: Promise<void>;
}

const YIELD_EVERY = 25; // articles taken in before other work gets its turn

/**
 * Builds a tenant's index at its first use and brings it up to the store's newest revision at each further one, so that every process sees what
 * another has written. Holds at most `capacity` tenants; the longest unused goes first.
 */
export function createPassageIndexes(articles: ArticleStore, capacity: number): PassageIndexes {
  const entries = new Map<string, Entry>(); // least recently used first

  async function refresh(tenant: string, entry: Entry): Promise<void> {
    if ((await articles.latestRevision(tenant)) <= entry.revision) return;
    let taken = 0;
    for (const change of await articles.findAfter(tenant, entry.revision)) {
      entry.index.apply(change);
      entry.revision = change.revision;
      taken += 1;
      if (taken % YIELD_EVERY === 0) await setImmediate();
    }
  }

  return {
    of: async (tenant) => {
      const entry = entries.get(tenant) ?? { index: createPassageIndex(), revision: 0, refreshed: Promise.resolve() };
      entries.delete(tenant);
      entries.set(tenant, entry);
      if (entries.size > capacity) entries.delete(entries.keys().next().value!);
      // One refresh after the other: two at once would take the same change in twice.
      const refreshed = entry.refreshed.catch(() => {}).then(() => refresh(tenant, entry));
      entry.refreshed = refreshed;
      await refreshed;
      return entry.index;
    },
  };
}
