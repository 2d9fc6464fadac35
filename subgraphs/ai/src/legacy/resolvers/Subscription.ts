// @ts-nocheck
import { notImplemented } from '@customerai/service';
import type { SubscriptionResolvers } from '../../generated/resolvers.ts';

export const Subscription: SubscriptionResolvers = {
  trainingProgress: {
    subscribe: () => {
      throw notImplemented('Training through the API');
    },
  },
};
