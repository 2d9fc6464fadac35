import { type BaseContext, type Clock, type KnownViewer, type NewId, requireViewer, type Rpc } from '@customerai/service';
import type { Erasures } from '@customerai/store';
import type { ArticleStore } from './store/articles.ts';
import { createLoaders, type Loaders } from './store/loaders.ts';
import type { PassageIndexes } from './store/passage-indexes.ts';
import type { ResponseStore } from './store/responses.ts';

/** What lives as long as the process. */
export interface Deps {
  articles: ArticleStore;
  responses: ResponseStore;
  erasures: Erasures;
  passages: PassageIndexes;
  /** 0 to 1. */
  relevanceFloor: number;
  rpc: Rpc;
  clock: Clock;
  newId: NewId;
}

/** What lives as long as one request. */
export interface Context extends BaseContext {
  deps: Deps;
  /** Throws UNAUTHENTICATED. */
  known(): KnownViewer;
  /** Reads in the viewer's tenant. Throws UNAUTHENTICATED. */
  load(): Loaders;
}

export function createContext(deps: Deps, caller: BaseContext): Context {
  let loaders: Loaders | undefined;
  const known = () => requireViewer(caller.viewer);
  return { ...caller, deps, known, load: () => (loaders ??= createLoaders(known().tenant, deps.responses, deps.articles)) };
}
