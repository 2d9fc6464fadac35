import { type Parts, serveCustomerData as serve } from '@customerai/service';
import { eraseCustomer } from '../commands/erase-customer.ts';
import type { Deps } from '../context.ts';

/** Drafts for a customer: removed, or handed out. Articles are the company's own. */
export function serveCustomerData(parts: Parts, deps: Deps): Promise<AsyncDisposable> {
  return serve(parts.rpc, 'generation', {
    erase: (request) => eraseCustomer(deps, request),
    expiring: {
      data: 'drafts',
      count: (which) => deps.responses.countExpired(which),
      remove: async (which, first) => ({ removed: await deps.responses.removeExpired(which, first) }),
    },
    records: [
      {
        kind: 'response',
        read: async (tenant, customerId, from) =>
          (await deps.responses.ofCustomer(tenant, customerId, from)).map(({ id, tenant: _tenant, ...one }) => ({ id, data: { id, ...one } })),
      },
    ],
  });
}
