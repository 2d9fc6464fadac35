import { badInput, type Clock } from '@customerai/service';
import { before } from '../domain/duration.ts';
import { courseOf } from '../domain/sentiment-course.ts';
import type { CustomerResolvers } from '../generated/resolvers.ts';

const MOST_POINTS = 500; // more than a chart can show

/** The moment that lies that long ago; undefined for all time. Throws BAD_USER_INPUT. */
function fromOf(last: string | null | undefined, clock: Clock): Date | undefined {
  if (last === null || last === undefined) return undefined;
  const from = before(clock(), last);
  if (!from) throw badInput('last', '`last` must be a positive ISO 8601 duration of at most 100 years, e.g. "P30D".');
  return from;
}

export const Customer: CustomerResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders().customers.load(id),
  interactions: ({ id }, { first, after }, { deps, tenant }) => deps.interactions.list(tenant(), { customerId: id }, { first: first ?? 20, after }),
  averageSentiment: ({ id }, { last }, { deps, loaders }) => {
    const from = fromOf(last, deps.clock);
    return loaders().averages.load({ customerId: id, ...(from ? { from } : {}) });
  },
  sentimentTrend: async ({ id }, { last }, { deps, tenant }) => {
    const { messages, ...course } = courseOf(await deps.interactions.scoresOf(tenant(), id, MOST_POINTS, fromOf(last, deps.clock)));
    return { interactions: messages, ...course };
  },
};
