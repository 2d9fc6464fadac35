import { type CustomerRecords, type Parts, serveCustomerData as serve } from '@customerai/service';
import type { Deps } from '../context.ts';
import type { FactKind } from '../domain/facts.ts';
import type { Warehouse } from '../store/warehouse.ts';

/** Under which name facts are handed out. */
const KINDS: Readonly<Record<FactKind, string>> = {
  interactions: 'interactionFact',
  analyses: 'analysisFact',
  responses: 'responseFact',
  reviews: 'reviewFact',
  reviewChanges: 'reviewChangeFact',
  reviewDecisions: 'reviewDecisionFact',
};

/** A customer's facts: removed, so that no figure counts them any more, or handed out. */
export function serveCustomerData({ rpc }: Pick<Parts, 'rpc'>, deps: Deps): Promise<AsyncDisposable> {
  const { warehouse, erasures, figures, exporter } = deps;
  return serve(rpc, 'analytics', {
    erase: async ({ tenant, customerId, before }) => {
      await erasures.mark(tenant, customerId, before);
      const removed = await warehouse.erase(tenant, customerId, before);
      await exporter.removeOf(deps, tenant); // any of them may hold rows of the customer; they are made anew in a moment
      if (removed > 0) figures.changed(tenant);
      return removed;
    },
    expiring: {
      data: 'analytics',
      count: (which) => warehouse.countExpired(which),
      remove: async (which, first) => {
        const removed = await warehouse.expire(which, first);
        if (removed > 0) {
          await exporter.removeOf(deps, which.tenant); // they are made anew in a moment
          figures.changed(which.tenant);
        }
        return { removed };
      },
    },
    records: (Object.keys(KINDS) as FactKind[]).map((kind) => factsOf(warehouse, kind)),
  });
}

const factsOf = (warehouse: Warehouse, kind: FactKind): CustomerRecords => ({
  kind: KINDS[kind],
  read: async (tenant, customerId, from) => {
    const facts = await warehouse.factsOf(kind, tenant, customerId, from);
    // Who of the company decided is left out: that is somebody else's.
    return facts.map(({ key, data: { tenant: _tenant, decidedBy: _person, ...data } }) => ({ id: key, data }));
  },
});
