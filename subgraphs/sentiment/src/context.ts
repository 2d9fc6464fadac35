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

/** Request life. */
export interface Context extends BaseContext {
  deps: Deps;
  /** Of the viewer. Throws UNAUTHENTICATED without one. */
  readonly tenant: string;
  /** Of the viewer's tenant. Throws UNAUTHENTICATED without one. */
  readonly loaders: Loaders;
  readonly sentences: SentenceLoader;
}

export function createContext(deps: Deps, caller: BaseContext): Context {
  let loaders: Loaders | undefined;
  let sentences: SentenceLoader | undefined;
  const tenant = () => requireViewer(caller.viewer).tenant;
  return {
    viewer: caller.viewer,
    traceId: caller.traceId,
    deps,
    get tenant() {
      return tenant();
    },
    get loaders() {
      return (loaders ??= createLoaders(deps.interactions, deps.customers, tenant()));
    },
    get sentences() {
      return (sentences ??= createSentenceLoader(deps.model));
    },
  };
}
