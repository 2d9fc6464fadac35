import { type CloudEvent, privacyRequestUpdated } from '@customerai/events';
import type { PrivacyRequest } from '../domain/request.ts';

/** What the world hears of a request: that it went on, and how far it is. */
export const requestUpdated = (
  { newId, clock }: { newId(): string; clock(): Date },
  { id, tenant, customerId, kind, status }: Pick<PrivacyRequest, 'id' | 'tenant' | 'customerId' | 'kind' | 'status'>,
): CloudEvent => {
  const time = clock();
  return privacyRequestUpdated.create({
    id: newId(),
    source: 'privacy',
    tenant,
    partitionkey: customerId,
    subject: id,
    time,
    data: { requestId: id, customerId, kind, status, at: time.toISOString() },
  });
};
