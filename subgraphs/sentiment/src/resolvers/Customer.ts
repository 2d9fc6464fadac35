import { badInput } from '@customerai/service';
import { before } from '../domain/duration.ts';
import type { CustomerResolvers } from '../generated/resolvers.ts';

export const Customer: CustomerResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders().customers.load(id),
  interactions: ({ id }, { first, after }, { deps, tenant }) => deps.interactions.list(tenant(), { customerId: id }, { first: first ?? 20, after }),
  averageSentiment: ({ id }, { last }, { deps, loaders }) => {
    if (last === null || last === undefined) return loaders().averages.load({ customerId: id });
    const from = before(deps.clock(), last);
    if (!from) throw badInput('last', '`last` must be a positive ISO 8601 duration of at most 100 years, e.g. "P30D".');
    return loaders().averages.load({ customerId: id, from });
  },
};
