import { badInput } from '@customerai/service';
import { summarize } from '../domain/stats.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  reviewItem: (_, { id }, context) => context.loadItem(id),
  reviewQueue: (_, { filter, history, first, after }, { deps, known }) =>
    deps.reviews.list(known().tenant, { ...filter, history }, deps.clock(), { first: first ?? 20, after }),
  reviewStats: async (_, { from, to }, { deps, known }) => {
    if (from && to && from >= to) throw badInput('from', '`from` must lie before `to`.');
    const { tenant } = known();
    const range = { from: from ?? undefined, to: to ?? undefined };
    return summarize(...(await Promise.all([deps.reviews.counts(tenant, deps.clock()), deps.reviews.decisions(tenant, range)])));
  },
};
