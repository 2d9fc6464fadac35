import { requireViewer } from '@customerai/service';
import { detectPii } from '../commands/detect-pii.ts';
import { redact } from '../commands/redact.ts';
import type { InteractionResolvers } from '../generated/resolvers.ts';

/** `text` and `language` come with the reference: their owner has checked whose interaction it is. */
export const Interaction: InteractionResolvers = {
  redactedText: ({ text, language }, _, { deps, viewer }) => {
    requireViewer(viewer);
    return redact(deps, { text, language }).text;
  },
  pii: ({ text, language }, _, { deps, viewer }) => {
    requireViewer(viewer);
    return detectPii(deps, { text, language });
  },
};
