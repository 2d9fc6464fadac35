// @ts-nocheck
import { requireViewer } from '@customerai/service';
import type { ModelResolvers } from '../../generated/resolvers.ts';

/** Models belong to the installation, not to a tenant. */
export const Model: ModelResolvers = {
  __resolveReference: ({ name }, { viewer, models }) => {
    requireViewer(viewer);
    return models.get(name) ?? null;
  },
  canary: () => null, // true as long as nothing can be deployed beside the live version
  stats: ({ name }, _, { statsOf }) => statsOf(name),
};
