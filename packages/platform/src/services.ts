import type { StartService } from '@customerai/service';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot } from './config.ts';

/** Where each service's code is. Loaded on demand, so that a process of one service loads one. */
const modules: Record<string, () => Promise<StartService>> = {
  auth: async () => (await import('@customerai/subgraph-auth')).startAuth,
  sentiment: async () => (await import('@customerai/subgraph-sentiment')).startSentiment,
  generation: async () => (await import('@customerai/subgraph-generation')).startGeneration,
  privacy: async () => (await import('@customerai/subgraph-privacy')).startPrivacy,
  fairness: async () => (await import('@customerai/subgraph-fairness')).startFairness,
  review: async () => (await import('@customerai/subgraph-review')).startReview,
  analytics: async () => (await import('@customerai/subgraph-analytics')).startAnalytics,
  ai: async () => (await import('@customerai/subgraph-ai')).startAi,
};

export interface ListedService {
  name: string;
  start(): Promise<StartService>;
}

/** The services of supergraph.yaml, in its order, without the virtual `events` subgraph that the gateway answers itself. */
export function listServices(): ListedService[] {
  const list = parse(readFileSync(join(repositoryRoot, 'supergraph.yaml'), 'utf8')) as { subgraphs: Record<string, { routing_url: string }> };
  return Object.entries(list.subgraphs)
    .filter(([, { routing_url }]) => routing_url.startsWith('http'))
    .map(([name]) => {
      const start = modules[name];
      if (!start) throw new Error(`supergraph.yaml lists "${name}", which packages/platform/src/services.ts does not know.`);
      return { name, start };
    });
}
