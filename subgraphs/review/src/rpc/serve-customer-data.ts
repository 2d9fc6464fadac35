import { type Parts, serveCustomerData as serve } from '@customerai/service';
import { eraseCustomer } from '../commands/erase-customer.ts';
import type { Deps } from '../context.ts';

/** Review items of a customer: removed, or handed out. Who of the company did what is left out: that is somebody else's. */
export function serveCustomerData(parts: Parts, deps: Deps): Promise<AsyncDisposable> {
  return serve(parts.rpc, 'review', {
    erase: (request) => eraseCustomer(deps, request),
    expiring: {
      data: 'reviews',
      count: (which) => deps.reviews.countExpired(which, deps.clock()),
      remove: async (which, first) => ({ removed: await deps.reviews.removeExpired(which, deps.clock(), first) }),
    },
    records: [
      {
        kind: 'reviewItem',
        read: async (tenant, customerId, from) =>
          (await deps.reviews.ofCustomer(tenant, customerId, from)).map(({ tenant: _tenant, assigneeId: _assignee, decision, history, ...item }) => ({
            id: item.id,
            data: { ...item, decision: decision && withoutPerson(decision), history: history.map(withoutPerson) },
          })),
      },
    ],
  });
}

const withoutPerson = <Entry extends { by?: string }>({ by: _by, ...rest }: Entry): Omit<Entry, 'by'> => rest;
