import { createSubgraph, startConsumers, type StartService } from '@customerai/service';
import { openStore } from '@customerai/store';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from './config.ts';
import { type Context, createContext, type Deps } from './context.ts';
import { fillFromLog } from './events/fill-from-log.ts';
import { handlers } from './events/index.ts';
import { createFigures } from './events/tell-figures.ts';
import { resolvers } from './resolvers/index.ts';
import { openDuckdbWarehouse } from './store/duckdb-warehouse.ts';

/** Its name in the data directory and in a snapshot. */
export const WAREHOUSE_FILE = 'warehouse.duckdb';
const IN_MEMORY = ':memory:';

export const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

export const startAnalytics: StartService = async (env, parts) => {
  const { warehouse: options } = parseConfig(env);
  await using stack = new AsyncDisposableStack();
  // Where nothing is kept, each platform of a process has a warehouse of its own: DuckDB would share one by the name of its path.
  const ownPath = parts.dataDir === IN_MEMORY ? IN_MEMORY : join(parts.dataDir, WAREHOUSE_FILE);
  const warehouse = stack.use(await openDuckdbWarehouse({ ...options, path: options.path ?? ownPath }));
  // Holds nothing but the dead letters of the consumers.
  const store = stack.use(
    await openStore({
      url: parts.mongoUrl,
      database: 'analytics',
      bus: parts.bus,
      onError: (error) => parts.log.error({ err: error }, error.message),
    }),
  );
  await store.start();
  const figures = stack.use(createFigures(parts));
  const deps: Deps = { warehouse, figures, clock: parts.clock };
  const subgraph = await createSubgraph<Context>({
    name: 'analytics',
    typeDefs,
    resolvers,
    createContext: (caller) => createContext(deps, caller),
    log: parts.log,
  });
  stack.defer(() => subgraph.stop());
  stack.use(await fillFromLog(handlers, deps, parts));
  stack.use(await startConsumers(handlers, deps, parts, store));
  const owned = stack.move();
  return {
    subgraph,
    settle: () => store.settle(),
    snapshot: (directory) => warehouse.copyTo(join(directory, WAREHOUSE_FILE)),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
};
