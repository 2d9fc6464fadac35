import { badInput, requireViewer } from '@customerai/service';
import { deployVersion } from '../commands/deploy-version.ts';
import { endTraining, type Outcome, reportTraining } from '../commands/end-training.ts';
import { registerVersion } from '../commands/register-version.ts';
import { cancelTraining, startTraining } from '../commands/start-training.ts';
import { takeTraining } from '../commands/take-training.ts';
import type { MutationResolvers, TrainingEnd } from '../generated/resolvers.ts';

export const Mutation: MutationResolvers = {
  registerModelVersion: (_, { input }, context) => registerVersion(context, input),
  deployModelVersion: async (_, { name, version, canaryPercent, shadow }, context) => {
    const { id } = requireViewer(context.viewer);
    await deployVersion(context, id, { name, version, percent: canaryPercent ?? 100, asShadow: shadow ?? false });
    return context.repository.models().find((model) => model.name === name)!;
  },
  startTraining: (_, { input }, context) => startTraining(context, requireViewer(context.viewer).tenant, input),
  cancelTraining: (_, { id }, context) => cancelTraining(context, requireViewer(context.viewer).tenant, id),
  takeTraining: async (_, { trainer }, context) => (await takeTraining(context, requireViewer(context.viewer).tenant, trainer)) ?? null,
  reportTraining: (_, { input: { progress, epoch, metrics, ...which } }, context) => {
    const { tenant } = requireViewer(context.viewer);
    return reportTraining(context, { tenant, ...which }, { progress: progress ?? undefined, epoch: epoch ?? undefined, metrics });
  },
  endTraining: (_, { input: { id, claim, ...said } }, context) => {
    const { tenant } = requireViewer(context.viewer);
    return endTraining(context, { tenant, id, claim }, toOutcome(said));
  },
};

function toOutcome({ outcome, path, error }: Omit<TrainingEnd, 'id' | 'claim'>): Outcome {
  if (outcome === 'SUCCEEDED') {
    if (!path) throw badInput('input.path', 'Say where the version lies in the model repository.');
    return { outcome, path };
  }
  if (outcome !== 'FAILED') return { outcome };
  if (!error) throw badInput('input.error', 'Say why it failed.');
  return { outcome, error };
}
