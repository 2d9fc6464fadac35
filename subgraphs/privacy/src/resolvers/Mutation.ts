import { notImplemented, requireViewer } from '@customerai/service';
import { anonymizeText } from '../commands/anonymize-text.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation: MutationResolvers = {
  anonymize: (_, args, { deps, viewer }) => anonymizeText(deps, requireViewer(viewer).tenant, args),
  deanonymize: () => {
    throw notImplemented('Undoing anonymisation');
  },
  recordConsent: () => {
    throw notImplemented('Recording consent');
  },
  requestErasure: () => {
    throw notImplemented('Erasure');
  },
  requestExport: () => {
    throw notImplemented('Export');
  },
  setRetention: () => {
    throw notImplemented('Retention');
  },
};
