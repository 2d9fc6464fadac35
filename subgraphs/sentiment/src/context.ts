import { type BaseContext, type Clock, type KnownViewer, type NewId, requireViewer, type TextReader } from '@customerai/service';
import { createSentenceLoader, type SentenceLoader } from './commands/sentence-loader.ts';
import type { Erasures } from '@customerai/store';
import type { CorrectionStore } from './store/corrections.ts';
import type { CustomerStore } from './store/customers.ts';
import type { InteractionStore } from './store/interactions.ts';
import { createLoaders, type Loaders } from './store/loaders.ts';

/** Process life. */
export interface Deps {
  interactions: InteractionStore;
  customers: CustomerStore;
  corrections: CorrectionStore;
  erasures: Erasures;
  reader: TextReader;
  clock: Clock;
  newId: NewId;
}

/** Request life. Functions, not getters: Apollo copies the context before it asks for anything, and a copy would read every getter. */
export interface Context extends BaseContext {
  deps: Deps;
  /** Throws UNAUTHENTICATED without a viewer, as all of these do. */
  known(): KnownViewer;
  tenant(): string;
  /** Of the viewer's tenant. */
  loaders(): Loaders;
  sentences(): SentenceLoader;
}

export function createContext(deps: Deps, { viewer, traceId }: BaseContext): Context {
  let loaders: Loaders | undefined;
  let sentences: SentenceLoader | undefined;
  const known = () => requireViewer(viewer);
  const tenant = () => known().tenant;
  return {
    viewer,
    traceId,
    deps,
    known,
    tenant,
    loaders: () => (loaders ??= createLoaders(deps, tenant())),
    sentences: () => (sentences ??= createSentenceLoader(deps.reader, tenant())),
  };
}
