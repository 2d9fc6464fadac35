import { requireViewer } from '@customerai/service';
import type { TrainingJobResolvers } from '../generated/resolvers.ts';

/** A trainer that was not heard of for so long is not there. */
const THERE_MS = 30_000;

export const TrainingJob: TrainingJobResolvers = {
  __resolveReference: ({ id }, { viewer, training }) => training.find(requireViewer(viewer).tenant, id).then((job) => job ?? null),
  result: ({ model, version, made }, _, { repository }) =>
    (made &&
      repository
        .models()
        .find(({ name }) => name === model)
        ?.versions.find((one) => one.version === version)) ||
    null,
  note: async ({ id, tenant, status, tries, stopping }, _, { training, clock }) => {
    if (status === 'RUNNING') return stopping ? 'Its trainer is told to end what runs.' : null;
    if (status !== 'QUEUED') return null;
    const again = tries > 0 ? 'Its trainer went away; the next goes on where it stood, if it has what was left behind. ' : '';
    if (!(await training.hasTrainer(tenant, new Date(clock().getTime() - THERE_MS))))
      return `${again}No trainer is at work: it waits until an operator runs "npm run trainer" where the data and the release key are.`;
    const before = (await training.queued(tenant)).findIndex((job) => job.id === id);
    return `${again}${before > 0 ? `${before} before it.` : 'Its trainer does one run after the other.'}`;
  },
};
