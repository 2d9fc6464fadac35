import { type Parts, serveCustomerData as serve } from '@customerai/service';
import { eraseCustomer } from '../commands/erase-customer.ts';
import { countExpired, expireInteractions } from '../commands/expire-interactions.ts';
import type { Deps } from '../context.ts';

/** What is kept of a customer: removed, or handed out. */
export function serveCustomerData(parts: Parts, deps: Deps): Promise<AsyncDisposable> {
  const { customers, interactions, corrections } = deps;
  return serve(parts.rpc, 'sentiment', {
    erase: (request) => eraseCustomer(deps, request),
    expiring: {
      data: 'interactions',
      count: (which) => countExpired(deps, which),
      remove: (which, first) => expireInteractions(deps, which, first),
    },
    records: [
      {
        kind: 'customer',
        read: async (tenant, customerId, { after }) => {
          const [customer] = after === undefined ? await customers.findMany(tenant, [customerId]) : [];
          return customer ? [{ id: customer.id, data: { ...customer } }] : [];
        },
      },
      {
        kind: 'interaction',
        read: async (tenant, customerId, from) =>
          (await interactions.ofCustomer(tenant, customerId, from)).map((one) => ({ id: one.id, data: { ...one } })),
      },
      {
        kind: 'correction',
        // Who of the company said so is left out: that is somebody else's.
        read: async (tenant, customerId, from) =>
          (await corrections.ofCustomer(tenant, customerId, from)).map(({ correctedBy: _person, ...one }) => ({ id: one.id, data: one })),
      },
    ],
  });
}
