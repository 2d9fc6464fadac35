import { badInput, conflict } from '@customerai/service';
import type { Deps } from '../context.ts';
import { type AlertCondition, type AlertRule, conditionFault, MAX_NAME, MAX_RULES } from '../domain/alerts.ts';
import { webhookFault } from '../webhook/check-address.ts';

/** Makes the rule of that name, or changes it. Throws BAD_USER_INPUT, CONFLICT when the tenant has as many as it may. */
export async function setAlertRule(
  deps: Deps,
  tenant: string,
  { name: given, webhookUrl, ...condition }: AlertCondition & { name: string; webhookUrl?: string },
): Promise<AlertRule> {
  const name = given.trim();
  if (name === '' || name.length > MAX_NAME || /\p{Cc}/u.test(name))
    throw badInput('input.name', `A name has 1 to ${MAX_NAME} characters and no line breaks.`);
  const fault = conditionFault(condition);
  if (fault) throw badInput(`input.${fault.field}`, fault.message);
  const address = webhookUrl === undefined ? undefined : webhookFault(webhookUrl, deps.webhooks.network);
  if (address !== undefined) throw badInput('input.webhookUrl', address);
  const known = await deps.rules.list(tenant);
  if (known.length >= MAX_RULES && !known.some((rule) => rule.name === name))
    throw conflict(`A tenant has at most ${MAX_RULES} alert rules. Remove one by removeAlertRule, or change one by its name.`);
  const rule = await deps.rules.set(tenant, deps.newId(), name, { ...condition, ...(webhookUrl === undefined ? {} : { webhookUrl }) });
  deps.alerts.changed(tenant);
  return rule;
}
