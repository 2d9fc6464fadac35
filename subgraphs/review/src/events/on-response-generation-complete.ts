import { responseGenerationComplete } from '@customerai/events';
import { onEvent } from '@customerai/service';
import { addReviewItem } from '../commands/add-review-item.ts';
import type { Deps } from '../context.ts';

/** A draft that was written asks the policy; one that failed, or that somebody has dealt with already, does not. */
export const onResponseGenerationComplete = onEvent<Deps, ReturnType<typeof responseGenerationComplete.schema.parse>>(
  'review-on-response-generation-complete',
  responseGenerationComplete,
  async ({ tenant, data }, deps) => {
    if (data.status !== 'DRAFT' && data.status !== 'IN_REVIEW') return;
    await addReviewItem(deps, { ...data, tenant });
  },
);
