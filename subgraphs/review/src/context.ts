import { type BaseContext, type Clock, type KnownViewer, type Logger, type NewId, requireViewer, type Rpc } from '@customerai/service';
import type { Erasures } from '@customerai/store';
import type { Lanes } from './commands/lanes.ts';
import type { Config } from './config.ts';
import type { ReviewItem } from './domain/review-item.ts';
import { createItemLoader, createResponseLoader, type ReviewLoader } from './store/review-loaders.ts';
import type { Presence } from './presence.ts';
import type { ReviewStore } from './store/reviews.ts';

/** What lives as long as the process. */
export interface Deps {
  config: Readonly<Config>;
  reviews: ReviewStore;
  erasures: Erasures;
  presence: Presence;
  /** Claims of one tenant go one after the other within this process. */
  lanes: Lanes;
  rpc: Rpc;
  clock: Clock;
  newId: NewId;
  log: Logger;
}

/** What lives as long as one request. All of it throws UNAUTHENTICATED without a known viewer, and sees the viewer's tenant only. */
export interface Context extends BaseContext {
  deps: Deps;
  known(): KnownViewer;
  loadItem(id: string): Promise<ReviewItem | undefined>;
  loadItemOfResponse(responseId: string): Promise<ReviewItem | undefined>;
  /** Counted once a request. */
  countOpen(): Promise<number>;
}

export function createContext(deps: Deps, caller: BaseContext): Context {
  const known = () => requireViewer(caller.viewer);
  let items: ReviewLoader | undefined;
  let byResponse: ReviewLoader | undefined;
  let openCount: Promise<number> | undefined;
  return {
    ...caller,
    deps,
    known,
    loadItem: async (id) => (items ??= createItemLoader(deps.reviews, known().tenant)).load(id),
    loadItemOfResponse: async (id) => (byResponse ??= createResponseLoader(deps.reviews, known().tenant)).load(id),
    countOpen: () => (openCount ??= deps.reviews.countOpen(known().tenant, deps.clock())),
  };
}
