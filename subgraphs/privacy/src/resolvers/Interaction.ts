import { requireViewer } from '@customerai/service';
import { detectPii } from '../commands/detect-pii.ts';
import { redact } from '../commands/redact.ts';
import type { InteractionResolvers } from '../generated/resolvers.ts';

const namesOf = (customer: { name?: string | null } | null | undefined): string[] => (customer?.name ? [customer.name] : []);

/** `text`, `language` and the customer's name come with the reference: their owner has checked whose interaction it is. */
export const Interaction: InteractionResolvers = {
  redactedText: ({ text, language, customer }, _, { deps, viewer }) => {
    requireViewer(viewer);
    return redact(deps, { text, language, names: namesOf(customer) }).text;
  },
  pii: ({ text, language, customer }, _, { deps, viewer }) => {
    requireViewer(viewer);
    return detectPii(deps, { text, language, names: namesOf(customer) });
  },
};
