// @ts-nocheck
import { notImplemented } from '@customerai/service';
import type { MutationResolvers } from '../../generated/resolvers.ts';

export const Mutation: MutationResolvers = {
  registerModelVersion: () => {
    throw notImplemented('Registering a model version');
  },
  deployModelVersion: () => {
    throw notImplemented('Deploying a model version');
  },
  startTraining: () => {
    throw notImplemented('Training through the API');
  },
  cancelTraining: () => {
    throw notImplemented('Training through the API');
  },
};
