import { reviewVerdict, type DraftFacts } from '../domain/policy.ts';
import type { Channel, ReviewItem } from '../domain/review-item.ts';
import type { Deps } from '../context.ts';
import { eraseCustomer } from './erase-customer.ts';
import { eventsOfNewItem } from './review-events.ts';

export interface Draft extends DraftFacts {
  tenant: string;
  interactionId: string;
  customerId: string;
  channel: Channel;
  /** Nobody asked for it. */
  automatic?: boolean;
}

/** Puts a draft into the queue if the policy wants a person to see it; a draft that is there already stays as it is. */
export async function addReviewItem(deps: Deps, draft: Draft): Promise<void> {
  const verdict = reviewVerdict(draft, deps.config.policy);
  if (!verdict) return;
  const now = deps.clock();
  const { tenant, responseId, interactionId, customerId, channel } = draft;
  const item: ReviewItem = {
    id: deps.newId(),
    tenant,
    responseId,
    interactionId,
    customerId,
    channel,
    status: 'OPEN',
    ...verdict,
    escalated: false,
    dueAt: new Date(now.getTime() + deps.config.dueMs[verdict.priority]),
    overdueTold: false,
    history: [{ change: 'ADDED', at: now }],
    createdAt: now,
    version: 1,
  };
  await deps.reviews.insert(item, eventsOfNewItem(item, deps.newId, draft.automatic));
  // Its customer was erased while the news of the draft was on its way.
  const before = await deps.erasures.covering(tenant, customerId, interactionId);
  if (before !== undefined) await eraseCustomer(deps, { tenant, customerId, before });
}
