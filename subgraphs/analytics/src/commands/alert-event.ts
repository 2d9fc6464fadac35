import { analyticsAlertChanged, type CloudEvent } from '@customerai/events';
import { toDuration } from '@customerai/service';
import type { Alert, AlertRule } from '../domain/alerts.ts';

/** What is told of a rule's turn. Order holds for each rule. */
export function alertEvent(rule: AlertRule, { id, value, at, resolved }: Alert): CloudEvent {
  const { id: ruleId, tenant, metric, comparison, threshold, windowMs } = rule;
  return analyticsAlertChanged.create({
    id,
    source: 'analytics',
    tenant,
    partitionkey: ruleId,
    subject: ruleId,
    time: at,
    data: { ruleId, metric, comparison, threshold, window: toDuration(windowMs), value, resolved, at: at.toISOString() },
  });
}
