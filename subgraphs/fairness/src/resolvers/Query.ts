import { requireViewer } from '@customerai/service';
import { definitions } from '../domain/definitions.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';

export const Query: QueryResolvers = {
  fairnessAudit: (_, { id }, { auditById }) => auditById.load(id),
  fairnessAudits: (_, { first, after }, { viewer, audits }) => audits.list(requireViewer(viewer).tenant, { first: first ?? 20, after }) as never,
  fairnessMetricDefinitions: () => [...definitions],
};
