import DataLoader from 'dataloader';
import type { Correction } from '../domain/correction.ts';
import type { Customer, Interaction } from '../domain/interaction.ts';
import type { CorrectionStore } from './corrections.ts';
import type { CustomerStore } from './customers.ts';
import type { InteractionStore } from './interactions.ts';

/** Entities of one tenant by id, in one query a tick; undefined for ids that the tenant does not have. One set per request. */
export interface Loaders {
  interactions: DataLoader<string, Interaction | undefined>;
  /** By the id of their analysis. */
  analysed: DataLoader<string, Interaction | undefined>;
  customers: DataLoader<string, Customer | undefined>;
  corrections: DataLoader<string, Correction | undefined>;
  /** By the id of their interaction. */
  corrected: DataLoader<string, Correction | undefined>;
  /** Mean score of a customer from a moment on; absent: over all time. */
  averages: DataLoader<{ customerId: string; from?: Date }, number | undefined, string>;
}

const inOrder = <Item>(ids: readonly string[], items: readonly Item[], idOf: (item: Item) => string | undefined) => {
  const found = new Map(items.map((item) => [idOf(item), item]));
  return ids.map((id) => found.get(id));
};

interface Stores {
  interactions: InteractionStore;
  customers: CustomerStore;
  corrections: CorrectionStore;
}

export function createLoaders({ interactions, customers, corrections }: Stores, tenant: string): Loaders {
  return {
    interactions: new DataLoader(async (ids) => inOrder(ids, await interactions.findMany(tenant, ids), ({ id }) => id)),
    analysed: new DataLoader(async (ids) => inOrder(ids, await interactions.findByAnalyses(tenant, ids), ({ analysis }) => analysis?.id)),
    customers: new DataLoader(async (ids) => inOrder(ids, await customers.findMany(tenant, ids), ({ id }) => id)),
    corrections: new DataLoader(async (ids) => inOrder(ids, await corrections.findMany(tenant, ids), ({ id }) => id)),
    corrected: new DataLoader(async (ids) => inOrder(ids, await corrections.findByInteractions(tenant, ids), ({ interactionId }) => interactionId)),
    averages: new DataLoader(
      async (keys) => {
        const periods = Map.groupBy(keys, ({ from }) => from?.getTime());
        const found = await Promise.all(
          [...periods].map(
            async ([time, members]) =>
              [
                time,
                await interactions.averageScores(
                  tenant,
                  members.map(({ customerId }) => customerId),
                  members[0]!.from,
                ),
              ] as const,
          ),
        );
        const averages = new Map(found);
        return keys.map(({ customerId, from }) => averages.get(from?.getTime())?.get(customerId));
      },
      { cacheKeyFn: ({ customerId, from }) => `${from?.getTime() ?? ''}\n${customerId}` },
    ),
  };
}
