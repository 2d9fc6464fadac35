import { requireViewer } from '@customerai/service';
import { runAudit } from '../commands/run-audit.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { parseAuditInput } from './audit-input.ts';

export const Mutation: MutationResolvers = {
  runFairnessAudit: (_, { input }, context) => runAudit(context, requireViewer(context.viewer).tenant, parseAuditInput(input)),
};
