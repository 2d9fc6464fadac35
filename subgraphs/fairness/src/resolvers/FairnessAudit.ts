import { notImplemented, requireViewer } from '@customerai/service';
import type { FairnessAuditResolvers } from '../generated/resolvers.ts';

export const FairnessAudit: FairnessAuditResolvers = {
  __resolveReference: ({ id }, { viewer, auditById }) => {
    requireViewer(viewer);
    return auditById.load(id);
  },
  mitigations: () => {
    throw notImplemented('The comparison of mitigations');
  },
};
