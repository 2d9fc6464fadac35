import { newRequest, type PrivacyRequest } from './domain/request.ts';

/** What has to be known of an erasure to do it once more: ids, and nothing of the customer. */
export type ErasureEntry = Pick<PrivacyRequest, 'id' | 'tenant' | 'customerId' | 'requestedBy' | 'requestedAt'>;

/** Where requests are stored. */
export const REQUESTS = { database: 'privacy', name: 'requests' } as const;

/**
 * An erasure as it is stored before it has begun, under the id that it had: what is younger than the first time stays. It is due at once; others of the same customer may be under way beside
 * it.
 */
export function repeatErasure({ requestedAt, ...entry }: ErasureEntry, now: Date) {
  const { id: _id, ...fields } = newRequest({ ...entry, kind: 'ERASURE' }, now);
  return { _id, ...fields, requestedAt, nextAt: now };
}
