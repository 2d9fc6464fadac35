import type { Expired } from '@customerai/service';
import type { EraseDeps } from './erase-customer.ts';

type ExpireDeps = Omit<EraseDeps, 'erasures'>;

export const countExpired = async ({ interactions, corrections }: ExpireDeps, which: Expired): Promise<number> =>
  (await interactions.countExpired(which)) + (await corrections.countExpired(which));

/**
 * Removes the oldest messages that nobody may keep any more: first what hangs on them, so that what was broken off is found again by its messages. A customer goes with their last message.
 */
export async function expireInteractions(
  { interactions, customers, corrections, reader }: ExpireDeps,
  which: Expired,
  first: number,
): Promise<{ removed: number; records: number }> {
  const { tenant } = which;
  const found = await interactions.findExpired(which, first);
  if (found.length === 0) return { removed: 0, records: 0 };
  const ids = found.map(({ id }) => id);
  // Where the model does not answer, what is remembered of its answers ends by itself within a day.
  await reader
    .forget(
      tenant,
      found.map(({ text }) => text),
    )
    .catch(() => {});
  const corrected = await corrections.removeOf(tenant, ids);
  const customerIds = [...new Set(found.map(({ customerId }) => customerId))];
  const stay = new Set(await interactions.customersBeyond(tenant, customerIds, ids));
  await customers.remove(
    tenant,
    customerIds.filter((id) => !stay.has(id)),
  );
  const removed = await interactions.remove(tenant, ids);
  return { removed: found.length, records: removed + corrected };
}
