// @ts-nocheck
import { notImplemented } from '@customerai/service';
import type { TrainingJobResolvers } from '../../generated/resolvers.ts';

export const TrainingJob: TrainingJobResolvers = {
  __resolveReference: () => {
    throw notImplemented('Training through the API');
  },
};
