import { requireScopes } from '@customerai/service';
import { toLink } from '../domain/export-link.ts';
import type { PrivacyRequestResolvers } from '../generated/resolvers.ts';

const LINK_MS = 15 * 60_000;

export const PrivacyRequest: PrivacyRequestResolvers = {
  __resolveReference: ({ id }, { requestById, viewer }) => {
    requireScopes(viewer, [['privacy:admin']]); // a reference comes past the fields that ask for it
    return requestById(id);
  },
  customer: ({ customerId }) => ({ id: customerId }),
  downloadUrl: async ({ id, kind, status, keptUntil }, _, { deps, known }) => {
    const { kind: viewerKind, id: actor, tenant } = known();
    const now = deps.clock();
    if (kind !== 'EXPORT' || status !== 'COMPLETED' || !keptUntil || keptUntil <= now) return null;
    // A message of a subscription is made once for many: it names nobody who could be written down as the reader.
    if (viewerKind === 'service' || !(await deps.exportParts.has(tenant, id))) return null;
    const link = toLink(deps.secrets('links'), { tenant, requestId: id, actor, expiresAt: new Date(now.getTime() + LINK_MS) });
    return `/api/v1/privacy/export?link=${link}`;
  },
};
