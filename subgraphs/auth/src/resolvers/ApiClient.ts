import { notImplemented } from '@customerai/service';
import type { ApiClientResolvers } from '../generated/resolvers.ts';

export const ApiClient: ApiClientResolvers = {
  __resolveReference: (_, context) => {
    context.known();
    throw notImplemented('API clients');
  },
};
