import { notImplemented } from '@customerai/service';
import type { CustomerResolvers } from '../generated/resolvers.ts';

export const Customer: CustomerResolvers = {
  consents: () => {
    throw notImplemented('Consent');
  },
  privacyRequests: () => {
    throw notImplemented("A customer's privacy requests");
  },
};
