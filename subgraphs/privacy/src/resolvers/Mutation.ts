import { requireViewer } from '@customerai/service';
import { anonymizeText } from '../commands/anonymize-text.ts';
import { deanonymizeText } from '../commands/deanonymize-text.ts';
import { makeRequest } from '../commands/make-request.ts';
import { recordConsent } from '../commands/record-consent.ts';
import { removeRetention, setRetention } from '../commands/set-retention.ts';
import { startRetention } from '../commands/start-retention.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation: MutationResolvers = {
  anonymize: (_, args, { deps, viewer }) => anonymizeText(deps, requireViewer(viewer), args),
  deanonymize: (_, args, { deps, known }) => deanonymizeText(deps, known(), args),
  recordConsent: (_, { input }, { deps, known }) => recordConsent(deps, known(), input),
  requestErasure: (_, { customerId, reason }, { deps, known }) => makeRequest(deps, known(), { kind: 'ERASURE', customerId, reason }),
  requestExport: (_, { customerId }, { deps, known }) => makeRequest(deps, known(), { kind: 'EXPORT', customerId }),
  setRetention: (_, { input }, { deps, known }) => setRetention(deps, known(), input),
  removeRetention: (_, { data }, { deps, known }) => removeRetention(deps, known(), data),
  startRetention: (_, { dryRun }, { deps, known }) => startRetention(deps, known(), { dryRun }),
};
