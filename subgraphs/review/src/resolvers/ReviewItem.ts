import { isOverdue } from '../domain/review-item.ts';
import type { ReviewItemResolvers } from '../generated/resolvers.ts';

export const ReviewItem: ReviewItemResolvers = {
  __resolveReference: ({ id }, context) => context.loadItem(id),
  response: ({ responseId }) => ({ id: responseId }),
  interaction: ({ interactionId }) => ({ id: interactionId }),
  assignee: ({ assigneeId }) => (assigneeId === undefined ? null : { id: assigneeId }),
  snoozedUntil: ({ snoozedUntil }, _, { deps }) => (snoozedUntil && snoozedUntil > deps.clock() ? snoozedUntil : null),
  openBy: async ({ tenant, id }, _, { deps }) => (await deps.presence.who(tenant, id)).map((userId) => ({ id: userId })),
  overdue: (item, _, { deps }) => isOverdue(item, deps.clock()),
};
