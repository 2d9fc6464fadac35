import { createSubgraph, type StartService, startConsumers } from '@customerai/service';
import { openErasures, openStore } from '@customerai/store';
import { readFileSync } from 'node:fs';
import { parseConfig } from './config.ts';
import { type Context, createContext, type Deps } from './context.ts';
import { handlers } from './events/index.ts';
import { resolvers } from './resolvers/index.ts';
import { serveArticles } from './rpc/serve-articles.ts';
import { serveCustomerData } from './rpc/serve-customer-data.ts';
import { createArticleStore } from './store/articles.ts';
import { createPassageIndexes } from './store/passage-indexes.ts';
import { createResponseStore } from './store/responses.ts';

export const startGeneration: StartService = async (env, parts) => {
  const { relevanceFloor, indexTenants } = parseConfig(env);
  const { bus, rpc, clock, newId, log } = parts;
  await using stack = new AsyncDisposableStack();
  const store = stack.use(
    await openStore({ url: parts.mongoUrl, database: 'generation', bus, onError: (error) => log.error({ err: error }, error.message) }),
  );
  const articles = createArticleStore(store);
  const responses = createResponseStore(store);
  const erasures = openErasures(store);
  await store.start();

  const deps: Deps = { articles, responses, erasures, passages: createPassageIndexes(articles, indexTenants), relevanceFloor, rpc, clock, newId };
  const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
  const subgraph = await createSubgraph<Context>({
    name: 'generation',
    typeDefs,
    resolvers,
    createContext: (caller) => createContext(deps, caller),
    log,
  });
  stack.defer(() => subgraph.stop());
  stack.use(await serveArticles(parts, articles));
  stack.use(await serveCustomerData(parts, deps));
  stack.use(await startConsumers(handlers, deps, parts, store));
  const owned = stack.move();
  return { subgraph, settle: () => store.settle(), [Symbol.asyncDispose]: () => owned.disposeAsync() };
};
