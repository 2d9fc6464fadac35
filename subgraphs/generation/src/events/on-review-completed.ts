import { reviewCompleted } from '@customerai/events';
import { onEvent } from '@customerai/service';
import { takeDecision } from '../commands/follow-review.ts';
import type { Deps } from '../context.ts';

export const onReviewCompleted = onEvent('generation-on-review-completed', reviewCompleted, async ({ tenant, data }, deps: Deps, { signal }) => {
  await takeDecision(deps, { tenant, responseId: data.responseId, reviewItemId: data.reviewItemId, action: data.action, signal });
});
