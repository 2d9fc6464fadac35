import { analyticsAlertChanged } from '@customerai/events';
import { onEvent } from '@customerai/service';
import type { Deps } from '../context.ts';
import { webhookSecret } from '../webhook/webhook-secret.ts';

/** Tells the rule's webhook, if it has one. A failure is tried again with growing pauses, and ends with the dead letters. */
export const onAlertChanged = onEvent<Deps, ReturnType<typeof analyticsAlertChanged.create>['data']>(
  'analytics-on-alert-changed',
  analyticsAlertChanged,
  async ({ id, tenant, data: { ruleId, resolved, at, ...facts } }, { rules, webhooks, key, clock }) => {
    const [rule] = await rules.findMany(tenant, [ruleId]);
    if (!rule?.webhookUrl) return;
    const type = resolved ? 'analytics.alert.resolved' : 'analytics.alert.raised';
    const body = { type, timestamp: at, data: { id, rule: { id: ruleId, name: rule.name }, ...facts, resolved } };
    await webhooks.send(rule.webhookUrl, webhookSecret(key, rule)!, { id, at: clock(), body });
  },
);
