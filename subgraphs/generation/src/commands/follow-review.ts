import { reviewDecision, unavailable } from '@customerai/service';
import type { Deps } from '../context.ts';

interface ReviewKeys {
  tenant: string;
  responseId: string;
}

/** A person must look at the draft first. Late or repeated news changes nothing. */
export const putInReview = (deps: Deps, { tenant, responseId }: ReviewKeys): Promise<boolean> => deps.responses.move(tenant, responseId, 'IN_REVIEW');

/** Takes over a reviewer's decision; an edited text is fetched from the review service. Throws SERVICE_UNAVAILABLE while it does not have it. */
export async function takeDecision(
  deps: Deps,
  {
    tenant,
    responseId,
    reviewItemId,
    action,
    signal,
  }: ReviewKeys & { reviewItemId: string; action: 'APPROVE' | 'EDIT' | 'REJECT' | 'ESCALATE'; signal?: AbortSignal },
): Promise<boolean> {
  if (action === 'ESCALATE') return putInReview(deps, { tenant, responseId });
  if (action === 'REJECT') return deps.responses.move(tenant, responseId, 'REJECTED');
  if (action === 'APPROVE') return deps.responses.move(tenant, responseId, 'APPROVED');
  const decision = await deps.rpc.call(reviewDecision, { tenant, reviewItemId }, { signal });
  if (decision?.editedText === undefined) throw unavailable(`The edited text of review item ${reviewItemId}`);
  return deps.responses.move(tenant, responseId, 'APPROVED', decision.editedText);
}
