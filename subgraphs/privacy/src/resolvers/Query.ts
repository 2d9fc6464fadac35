import { notImplemented, requireViewer } from '@customerai/service';
import { detectPii } from '../commands/detect-pii.ts';
import { entityTypes } from '../domain/entity-types.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  detectPii: (_, args, { deps, viewer }) => detectPii(deps, requireViewer(viewer).tenant, args),
  piiEntityTypes: () => entityTypes.map(({ type, description, languages, recognizers }) => ({ type, description, languages, recognizers })),
  privacyRequest: () => {
    throw notImplemented('Reading privacy requests');
  },
  privacyRequests: () => {
    throw notImplemented('Listing privacy requests');
  },
  auditLog: () => {
    throw notImplemented('The audit log');
  },
  verifyAuditLog: () => {
    throw notImplemented('Verifying the audit log');
  },
};
