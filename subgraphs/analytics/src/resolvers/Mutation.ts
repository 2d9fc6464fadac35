import { badInput, requireViewer } from '@customerai/service';
import { removeAlertRule } from '../commands/remove-alert-rule.ts';
import { setAlertRule } from '../commands/set-alert-rule.ts';
import { parseDuration } from '../domain/duration.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { showSecret } from '../webhook/send-webhook.ts';
import { webhookSecret } from '../webhook/webhook-secret.ts';
import { parseFilter, parseRange } from './arguments.ts';

export const Mutation: MutationResolvers = {
  exportReport: (_, { input: { range, format, filter } }, context) =>
    context.exporter.run(context, requireViewer(context.viewer).tenant, { range: parseRange(range), format, filter: parseFilter(filter) }),

  setAlertRule: async (_, { input: { window, webhookUrl, ...rest } }, context) => {
    const windowMs = parseDuration(window);
    if (windowMs === undefined)
      throw badInput('input.window', 'Give the window in whole weeks, or in days, hours, minutes and seconds, such as PT15M or P1D.');
    const rule = await setAlertRule(context, requireViewer(context.viewer).tenant, {
      ...rest,
      windowMs,
      ...(webhookUrl == null ? {} : { webhookUrl }),
    });
    const secret = webhookSecret(context.key, rule);
    return { ...rule, ...(secret ? { webhookSecret: showSecret(secret) } : {}) };
  },

  removeAlertRule: async (_, { id }, context) => {
    await removeAlertRule(context, requireViewer(context.viewer).tenant, id);
    return true;
  },
};
