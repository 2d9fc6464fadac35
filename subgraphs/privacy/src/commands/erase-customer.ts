import type { Deps } from '../context.ts';

/** This service's own part of an erasure: consents and what exports hold. Requests and the audit log stay, as the proof that the customer was heard; they have ids alone. */
export async function eraseCustomer(
  { consents, exportParts, erasures }: Pick<Deps, 'consents' | 'exportParts' | 'erasures'>,
  { tenant, customerId, before }: { tenant: string; customerId: string; before: string },
): Promise<number> {
  await erasures.mark(tenant, customerId, before);
  const removed = await Promise.all([consents.removeBefore(tenant, customerId, before), exportParts.removeBefore(tenant, customerId, before)]);
  return removed[0] + removed[1];
}
