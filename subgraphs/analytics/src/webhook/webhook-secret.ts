import type { AlertRule } from '../domain/alerts.ts';
import type { ServiceKey } from '../store/service-key.ts';

/** What the messages to a rule's webhook are signed with; another one for every address, so that nobody can forge another's. */
export function webhookSecret(key: ServiceKey, { tenant, id, webhookUrl }: AlertRule): Buffer | undefined {
  return webhookUrl === undefined ? undefined : key.derive(JSON.stringify(['webhook', tenant, id, webhookUrl]));
}
