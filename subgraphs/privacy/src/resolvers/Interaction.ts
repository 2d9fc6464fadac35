import { requireViewer } from '@customerai/service';
import { detectPii } from '../commands/detect-pii.ts';
import { redact } from '../commands/redact.ts';
import type { InteractionResolvers } from '../generated/resolvers.ts';

const namesOf = (customer: { name?: string | null } | null | undefined): string[] => (customer?.name ? [customer.name] : []);

/** `text`, `language` and the customer's name come with the reference: their owner has checked whose interaction it is. */
export const Interaction: InteractionResolvers = {
  redactedText: async ({ text, language, customer }, _, { deps, viewer }) => {
    const { tenant } = requireViewer(viewer);
    return (await redact(deps, { tenant, text, language, names: namesOf(customer) })).text;
  },
  pii: ({ text, language, customer }, _, { deps, viewer }) => {
    const { tenant } = requireViewer(viewer);
    return detectPii(deps, tenant, { text, language, names: namesOf(customer) });
  },
};
