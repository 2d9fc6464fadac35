import type { StoredInteraction } from '@customerai/service';
import type { CustomerStore } from '../store/customers.ts';
import type { InteractionStore } from '../store/interactions.ts';

/** One interaction as other services may have it; null when the tenant has none of that id. */
export async function readInteraction(
  { interactions, customers }: { interactions: InteractionStore; customers: CustomerStore },
  tenant: string,
  interactionId: string,
): Promise<StoredInteraction | null> {
  const [interaction] = await interactions.findMany(tenant, [interactionId]);
  if (!interaction) return null;
  const { id, customerId, channel, language, text, receivedAt, analysis } = interaction;
  const [customer] = await customers.findMany(tenant, [customerId]);
  return {
    id,
    customerId,
    ...(customer?.name === undefined ? {} : { customerName: customer.name }),
    channel,
    language,
    text,
    receivedAt: receivedAt.toISOString(),
    ...(analysis ? { sentiment: { label: analysis.label, score: analysis.score, confidence: analysis.confidence } } : {}),
  };
}
