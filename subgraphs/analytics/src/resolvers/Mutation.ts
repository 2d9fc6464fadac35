import { notImplemented } from '@customerai/service';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation: MutationResolvers = {
  exportReport: () => {
    throw notImplemented('Report export');
  },
  setAlertRule: () => {
    throw notImplemented('Alerting');
  },
};
