import { notImplemented } from '@customerai/service';
import type { PrivacyRequestResolvers } from '../generated/resolvers.ts';

export const PrivacyRequest: PrivacyRequestResolvers = {
  __resolveReference: () => {
    throw notImplemented('Reading privacy requests');
  },
};
