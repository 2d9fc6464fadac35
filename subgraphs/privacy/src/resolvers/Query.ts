import { requireViewer } from '@customerai/service';
import { detectPii } from '../commands/detect-pii.ts';
import { entityTypes } from '../domain/entity-types.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  detectPii: (_, args, { deps, viewer }) => detectPii(deps, requireViewer(viewer).tenant, args),
  piiEntityTypes: () => entityTypes.map(({ type, description, languages, recognizers }) => ({ type, description, languages, recognizers })),
  privacyRequest: (_, { id }, { requestById }) => requestById(id),
  privacyRequests: (_, { customerId, first, after }, { deps, tenant }) => deps.requests.list(tenant(), customerId, { first: first ?? 20, after }),
  retention: async (_, _args, { deps, tenant }) => (await deps.policies.find(tenant())).rules,
  retentionRun: (_, { id }, { deps, tenant }) => deps.runs.find(tenant(), id),
  retentionRuns: (_, { first, after }, { deps, tenant }) => deps.runs.list(tenant(), { first: first ?? 20, after }),
  auditLog: (_, { customerId, first, after }, { deps, tenant }) => deps.audit.list(tenant(), customerId, { first: first ?? 20, after }),
  verifyAuditLog: (_, _args, { deps, tenant }) => deps.audit.verify(tenant()),
};
