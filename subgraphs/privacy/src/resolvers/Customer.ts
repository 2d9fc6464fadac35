import { currentConsents } from '../domain/consent.ts';
import type { CustomerResolvers } from '../generated/resolvers.ts';

export const Customer: CustomerResolvers = {
  consents: async ({ id }, _, { consentsOf }) => currentConsents(await consentsOf(id)),
  consentHistory: ({ id }, _, { consentsOf }) => consentsOf(id),
  privacyRequests: ({ id }, _, { requestsOf }) => requestsOf(id),
};
