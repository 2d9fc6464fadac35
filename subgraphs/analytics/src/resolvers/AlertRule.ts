import { requireViewer, toDuration } from '@customerai/service';
import type { AlertRuleResolvers } from '../generated/resolvers.ts';

export const AlertRule: AlertRuleResolvers = {
  __resolveReference: ({ id }, { viewer, ruleById }) => {
    requireViewer(viewer);
    return ruleById.load(id) as never;
  },
  window: ({ windowMs }) => toDuration(windowMs),
  webhookHost: ({ webhookUrl }) => (webhookUrl === undefined ? null : new URL(webhookUrl).host),
  lastAlert: (rule) => rule.alert && { ...rule.alert, rule },
};
