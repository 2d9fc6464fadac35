import type { RetentionRunResolvers } from '../generated/resolvers.ts';

export const RetentionRun: RetentionRunResolvers = {
  records: ({ steps }) => steps.reduce((sum, { records }) => sum + records, 0),
};
