import type { TextReader } from '@customerai/service';
import type { Erasures } from '@customerai/store';
import type { CorrectionStore } from '../store/corrections.ts';
import type { CustomerStore } from '../store/customers.ts';
import type { InteractionStore } from '../store/interactions.ts';

export interface EraseDeps {
  interactions: InteractionStore;
  customers: CustomerStore;
  corrections: CorrectionStore;
  erasures: Erasures;
  reader: TextReader;
}

const BATCH = 200;

/**
 * Removes a customer's messages with their analyses, the corrections of them, what is remembered of the model's answers, and the customer. Messages with an id from `before` on stay, with a
 * customer without a name. Idempotent; broken off, it goes on where it was. Answers how many records it removed.
 */
export async function eraseCustomer(
  { interactions, customers, corrections, erasures, reader }: EraseDeps,
  { tenant, customerId, before }: { tenant: string; customerId: string; before: string },
): Promise<number> {
  await erasures.mark(tenant, customerId, before);
  let records = 0;
  for (;;) {
    const found = await interactions.findBefore(tenant, customerId, before, BATCH);
    if (found.length === 0) break;
    const texts = found.map(({ text }) => text);
    // Where the model does not answer they end by themselves within a day; the words themselves must not wait for it.
    await reader.forget(tenant, texts).catch(() => {});
    const ids = found.map(({ id }) => id);
    records += await interactions.remove(tenant, ids);
  }
  records += await corrections.removeBefore(tenant, customerId, before);
  const stays = await interactions.has(tenant, customerId);
  return records + (await customers.forget(tenant, customerId, stays));
}
