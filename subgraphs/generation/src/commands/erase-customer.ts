import type { Deps } from '../context.ts';

/** Removes the drafts for a customer's messages from before an id. Idempotent; answers how many it were. */
export async function eraseCustomer(
  { responses, erasures }: Pick<Deps, 'responses' | 'erasures'>,
  { tenant, customerId, before }: { tenant: string; customerId: string; before: string },
): Promise<number> {
  await erasures.mark(tenant, customerId, before);
  return responses.removeBefore(tenant, customerId, before);
}
