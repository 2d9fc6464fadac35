import type { Deps } from '../context.ts';

/**
 * Removes the items of a customer's messages from before an id: decisions, edited texts and comments with them, and also what waits or is claimed. Idempotent; answers how many it
 * were.
 */
export async function eraseCustomer(
  { reviews, erasures }: Pick<Deps, 'reviews' | 'erasures'>,
  { tenant, customerId, before }: { tenant: string; customerId: string; before: string },
): Promise<number> {
  await erasures.mark(tenant, customerId, before);
  return reviews.removeBefore(tenant, customerId, before);
}
