import { type Parts, serveCustomerData as serve } from '@customerai/service';
import { eraseCustomer } from '../commands/erase-customer.ts';
import type { Deps } from '../context.ts';

/** What this service itself keeps of a customer. Who of the company did what is left out: that is somebody else's. */
export function serveCustomerData({ rpc }: Pick<Parts, 'rpc'>, deps: Deps): Promise<AsyncDisposable> {
  const { consents, requests, audit } = deps;
  return serve(rpc, 'privacy', {
    erase: (request) => eraseCustomer(deps, request),
    records: [
      {
        kind: 'consent',
        read: async (tenant, customerId, from) =>
          (await consents.ofCustomer(tenant, customerId, from)).map(({ recordedBy: _person, ...one }) => ({ id: one.id, data: one })),
      },
      {
        kind: 'privacyRequest',
        read: async (tenant, customerId, { after }) =>
          after === undefined
            ? (await requests.findByCustomers(tenant, [customerId])).map(({ id, kind, status, requestedAt, completedAt }) => ({
                id,
                data: { id, kind, status, requestedAt, completedAt },
              }))
            : [],
      },
      {
        kind: 'auditEntry',
        read: async (tenant, customerId, from) =>
          (await audit.ofCustomer(tenant, customerId, from)).map(({ id, sequence, at, action, target, purpose }) => ({
            id: String(sequence),
            data: { id, at, action, target, purpose },
          })),
      },
    ],
  });
}
