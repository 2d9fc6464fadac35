import { isOverdue } from '../domain/review-item.ts';
import type { ReviewItemResolvers } from '../generated/resolvers.ts';

export const ReviewItem: ReviewItemResolvers = {
  __resolveReference: ({ id }, context) => context.loadItem(id),
  response: ({ responseId }) => ({ id: responseId }),
  interaction: ({ interactionId }) => ({ id: interactionId }),
  assignee: ({ assigneeId }) => (assigneeId === undefined ? null : { id: assigneeId }),
  overdue: (item, _, { deps }) => isOverdue(item, deps.clock()),
};
