import { notImplemented, requireViewer } from '@customerai/service';
import { deployVersion } from '../commands/deploy-version.ts';
import { registerVersion } from '../commands/register-version.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation: MutationResolvers = {
  registerModelVersion: (_, { input }, context) => registerVersion(context, input),
  deployModelVersion: async (_, { name, version, canaryPercent, shadow }, context) => {
    const { id } = requireViewer(context.viewer);
    await deployVersion(context, id, { name, version, percent: canaryPercent ?? 100, asShadow: shadow ?? false });
    return context.repository.models().find((model) => model.name === name)!;
  },
  startTraining: () => {
    throw notImplemented('Training through the API');
  },
  cancelTraining: () => {
    throw notImplemented('Training through the API');
  },
};
