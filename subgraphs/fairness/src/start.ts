import { createSubgraph, noCustomerData, serveCustomerData, type StartService } from '@customerai/service';
import { openStore } from '@customerai/store';
import { readFileSync } from 'node:fs';
import { parseConfig } from './config.ts';
import { type Context, createContext, type Deps } from './context.ts';
import { resolvers } from './resolvers/index.ts';
import { createAuditStore } from './store/audits.ts';
import { createAuditor } from './worker/auditor.ts';

export const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

export const startFairness: StartService = async (env, parts) => {
  const config = parseConfig(env);
  await using stack = new AsyncDisposableStack();
  const store = stack.use(
    await openStore({
      url: parts.mongoUrl,
      database: 'fairness',
      bus: parts.bus,
      onError: (error) => parts.log.error({ err: error }, error.message),
    }),
  );
  const audits = createAuditStore(store);
  await store.start();
  const auditor = stack.use(createAuditor(config));
  const deps: Deps = { audits, auditor, clock: parts.clock, newId: parts.newId };
  const subgraph = await createSubgraph<Context>({
    name: 'fairness',
    typeDefs,
    resolvers,
    createContext: (caller) => createContext(deps, caller),
    log: parts.log,
  });
  stack.defer(() => subgraph.stop());
  stack.use(await serveCustomerData(parts.rpc, 'fairness', noCustomerData)); // an audited table is not kept
  const owned = stack.move();
  return { subgraph, settle: () => store.settle(), [Symbol.asyncDispose]: () => owned.disposeAsync() };
};
