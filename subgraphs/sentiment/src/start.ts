import { createSubgraph, createTextReader, startConsumers, type StartService } from '@customerai/service';
import { openErasures, openStore } from '@customerai/store';
import { parseConfig } from './config.ts';
import { type Context, createContext, type Deps } from './context.ts';
import { handlers } from './events/index.ts';
import { resolvers } from './resolvers/index.ts';
import { serveCustomerData } from './rpc/serve-customer-data.ts';
import { serveInteraction } from './rpc/serve-interaction.ts';
import { serveInteractions } from './rpc/serve-interactions.ts';
import { createCorrectionStore } from './store/corrections.ts';
import { createCustomerStore } from './store/customers.ts';
import { createInteractionStore } from './store/interactions.ts';
import { typeDefs } from './type-defs.ts';

export const startSentiment: StartService = async (env, parts) => {
  const config = parseConfig(env);
  await using stack = new AsyncDisposableStack();
  const onError = (error: Error) => parts.log.error({ err: error }, error.message);
  const store = stack.use(await openStore({ url: parts.mongoUrl, database: 'sentiment', bus: parts.bus, onError }));
  const deps: Deps = {
    interactions: createInteractionStore(store),
    customers: createCustomerStore(store, parts.newId),
    corrections: createCorrectionStore(store),
    erasures: openErasures(store),
    reader: createTextReader({ ...parts, key: config.cacheKey }),
    clock: parts.clock,
    newId: parts.newId,
  };
  await store.start();

  const subgraph = await createSubgraph<Context>({
    name: 'sentiment',
    typeDefs,
    resolvers,
    createContext: (caller) => createContext(deps, caller),
    log: parts.log,
  });
  stack.defer(() => subgraph.stop());
  stack.use(await serveInteraction(parts, deps));
  stack.use(await serveInteractions(parts, deps));
  stack.use(await serveCustomerData(parts, deps));
  stack.use(await startConsumers(handlers, deps, parts, store));
  const owned = stack.move();
  return { subgraph, settle: () => store.settle(), [Symbol.asyncDispose]: () => owned.disposeAsync() };
};
