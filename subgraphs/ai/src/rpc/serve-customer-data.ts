import { type Parts, serveCustomerData as serve } from '@customerai/service';
import type { SearchIndex } from '../search/search-index.ts';
import type { VectorStore } from '../store/vectors.ts';

/** Places of a customer's passages: removed with their vectors, or handed out. A vector says nothing to a person, and its text is the interaction's. */
export function serveCustomerData(parts: Parts, search: SearchIndex, vectors: VectorStore): Promise<AsyncDisposable> {
  return serve(parts.rpc, 'ai', {
    erase: ({ tenant, customerId, before }) => search.forget(tenant, customerId, before),
    expiring: {
      data: 'interactions',
      count: (which) => vectors.countExpired(which),
      remove: async (which, first) => ({ removed: await vectors.removeExpired(which, first) }),
    },
    records: [
      {
        kind: 'searchablePassage',
        read: async (tenant, customerId, from) => (await vectors.ofCustomer(tenant, customerId, from)).map(({ id, ...data }) => ({ id, data })),
      },
    ],
  });
}
