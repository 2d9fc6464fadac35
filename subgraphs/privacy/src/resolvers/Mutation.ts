import { notImplemented, requireViewer } from '@customerai/service';
import { anonymizeText } from '../commands/anonymize-text.ts';
import { recordConsent } from '../commands/record-consent.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation: MutationResolvers = {
  anonymize: (_, args, { deps, viewer }) => anonymizeText(deps, requireViewer(viewer).tenant, args),
  deanonymize: () => {
    throw notImplemented('Undoing anonymisation');
  },
  recordConsent: (_, { input }, { deps, known }) => recordConsent(deps, known(), input),
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
