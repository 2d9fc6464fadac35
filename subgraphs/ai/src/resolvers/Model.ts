import { requireViewer } from '@customerai/service';
import type { Model as ModelEntry } from '../domain/model.ts';
import type { ModelResolvers } from '../generated/resolvers.ts';
import type { InferenceStats } from '../inference/stats.ts';

const versionOf = ({ versions }: ModelEntry, wanted: string | undefined) => versions.find(({ version }) => version === wanted) ?? null;
const NO_STATS: InferenceStats = { requests: 0, errors: 0, p50Ms: null, p99Ms: null, meanBatchSize: null };

/** Models belong to the installation, not to a tenant. A model that the platform does not ask has versions, but none that is live. */
export const Model: ModelResolvers = {
  __resolveReference: ({ name }, { viewer, repository }) => {
    requireViewer(viewer);
    return repository.models().find((model) => model.name === name) ?? null;
  },
  live: (entry, _, { model }) => (entry.name === model.name ? versionOf(entry, model.deployment.live) : null),
  canary: (entry, _, { model }) => (entry.name === model.name ? versionOf(entry, model.deployment.canary?.version) : null),
  canaryPercent: ({ name }, _, { model }) => (name === model.name ? (model.deployment.canary?.percent ?? null) : null),
  shadow: (entry, _, { model }) => {
    const comparison = entry.name === model.name ? model.comparison() : undefined;
    const version = versionOf(entry, comparison?.version);
    if (!comparison || !version) return null;
    return { ...comparison, version, percent: model.deployment.shadow!.percent };
  },
  problems: ({ name }, _, { follower }) => follower.problems(name),
  stats: ({ name }, _, { model }) => (name === model.name ? model.statsOf(model.deployment.live) : undefined) ?? NO_STATS,
  canaryStats: ({ name }, _, { model }) => {
    const canary = name === model.name ? model.deployment.canary : undefined;
    return canary ? (model.statsOf(canary.version) ?? null) : null;
  },
};
