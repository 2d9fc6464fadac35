import { type BaseContext, type Cache, type Clock, type NewId, requireViewer } from '@customerai/service';
import type { ModelClient } from './model/model-client.ts';
import { createSentenceLoader, type SentenceLoader } from './model/sentence-loader.ts';
import type { CustomerStore } from './store/customers.ts';
import type { InteractionStore } from './store/interactions.ts';
import { createLoaders, type Loaders } from './store/loaders.ts';

/** Process life. */
export interface Deps {
  interactions: InteractionStore;
  customers: CustomerStore;
  model: ModelClient;
  cache: Cache;
  /** Secret of the cache's keys. */
  cacheKey: Buffer;
  clock: Clock;
  newId: NewId;
}

/** Request life. Functions, not getters: Apollo copies the context before it asks for anything, and a copy would read every getter. */
export interface Context extends BaseContext {
  deps: Deps;
  /** Of the viewer. Throws UNAUTHENTICATED without one. */
  tenant(): string;
  /** Of the viewer's tenant. Throws UNAUTHENTICATED without one. */
  loaders(): Loaders;
  sentences(): SentenceLoader;
}

export function createContext(deps: Deps, { viewer, traceId }: BaseContext): Context {
  let loaders: Loaders | undefined;
  let sentences: SentenceLoader | undefined;
  const tenant = () => requireViewer(viewer).tenant;
  return {
    viewer,
    traceId,
    deps,
    tenant,
    loaders: () => (loaders ??= createLoaders(deps.interactions, deps.customers, tenant())),
    sentences: () => (sentences ??= createSentenceLoader(deps.model)),
  };
}
