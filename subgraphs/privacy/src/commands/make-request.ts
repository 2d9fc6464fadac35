import { badInput, type KnownViewer } from '@customerai/service';
import type { Deps } from '../context.ts';
import { checkRequest, newRequest, type PrivacyRequest, type RequestKind } from '../domain/request.ts';
import { requestUpdated } from './request-events.ts';

/** Asks for an erasure or an export, and answers it before it has begun. While one of the kind is under way for the customer, that one is answered. Throws BAD_USER_INPUT. */
export async function makeRequest(
  deps: Deps,
  viewer: KnownViewer,
  input: { kind: RequestKind; customerId: string; reason?: string | null },
): Promise<PrivacyRequest> {
  const { tenant, id: requestedBy } = viewer;
  const { kind, customerId, reason } = input;
  const wrong = checkRequest(input);
  if (wrong) throw badInput(wrong.argument, wrong.message);
  const present = await deps.requests.findOpen(tenant, kind, customerId);
  if (present) return present;
  const action = kind === 'ERASURE' ? 'erasure.requested' : 'export.requested';
  await deps.audit.append(tenant, { actor: requestedBy, action, target: `customer:${customerId}`, customerId });
  const request = newRequest({ id: deps.newId(), tenant, kind, customerId, requestedBy, reason }, deps.clock());
  if (await deps.requests.insert(request, [requestUpdated(deps, request)])) {
    deps.runner.wake();
    return request;
  }
  return (await deps.requests.findOpen(tenant, kind, customerId)) ?? makeRequest(deps, viewer, input);
}
