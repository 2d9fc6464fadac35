import { reviewRequired } from '@customerai/events';
import { onEvent } from '@customerai/service';
import { putInReview } from '../commands/follow-review.ts';
import type { Deps } from '../context.ts';

export const onReviewRequired = onEvent('generation-on-review-required', reviewRequired, async ({ tenant, data }, deps: Deps) => {
  await putInReview(deps, { tenant, responseId: data.responseId });
});
