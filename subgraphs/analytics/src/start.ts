import { analyticsExport, createSubgraph, type Env, type Parts, type Service, startConsumers } from '@customerai/service';
import { openErasuresInMemory, openStore } from '@customerai/store';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateAlerts } from './commands/evaluate-alerts.ts';
import { createExporter } from './commands/export-report.ts';
import { readExport } from './commands/read-export.ts';
import { parseConfig } from './config.ts';
import { type Context, createContext, type Deps } from './context.ts';
import { createCatchUp } from './events/catch-up.ts';
import { fillFromLog } from './events/fill-from-log.ts';
import { factHandlers, handlers } from './events/index.ts';
import { createFigures } from './events/tell-figures.ts';
import { watchAlerts } from './events/watch-alerts.ts';
import { resolvers } from './resolvers/index.ts';
import { serveCustomerData } from './rpc/serve-customer-data.ts';
import { createRuleStore } from './store/alert-rules.ts';
import { openDuckdbWarehouse } from './store/duckdb-warehouse.ts';
import { openExportFolder } from './store/export-folder.ts';
import { createServiceKeyStore } from './store/service-key.ts';
import { openWebhooks } from './webhook/send-webhook.ts';

/** Its name in the data directory and in a snapshot. */
export const WAREHOUSE_FILE = 'warehouse.duckdb';
const IN_MEMORY = ':memory:';

export const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

export interface AnalyticsService extends Service {
  /** Evaluates every alert rule now, instead of at the next tick. */
  evaluateAlerts(): Promise<void>;
}

export async function startAnalytics(env: Env, parts: Parts): Promise<AnalyticsService> {
  const { warehouse: options, alerts: alerting, exportLifetimeMs } = parseConfig(env);
  const { clock, newId, log } = parts;
  await using stack = new AsyncDisposableStack();
  // Where nothing is kept, each platform of a process has a warehouse of its own: DuckDB would share one by the name of its path.
  const ownPath = parts.dataDir === IN_MEMORY ? IN_MEMORY : join(parts.dataDir, WAREHOUSE_FILE);
  const warehouse = stack.use(await openDuckdbWarehouse({ ...options, path: options.path ?? ownPath }));
  const store = stack.use(
    await openStore({
      url: parts.mongoUrl,
      database: 'analytics',
      bus: parts.bus,
      onError: (error) => log.error({ err: error }, error.message),
    }),
  );
  const rules = createRuleStore(store);
  const keys = createServiceKeyStore(store);
  const erasures = openErasuresInMemory(store); // the warehouse has one process
  await store.start();
  await erasures.load();
  const figures = stack.use(createFigures(parts));
  const caughtUp = createCatchUp(
    parts.bus,
    factHandlers.map(({ name }) => name),
  );
  const alerts = stack.use(
    watchAlerts({
      evaluate: async (tenant) => {
        if (await caughtUp()) await evaluateAlerts(deps, await (tenant === undefined ? rules.listAll() : rules.list(tenant)));
      },
      everyMs: alerting.everyMs,
      log,
    }),
  );
  const webhooks = stack.use(openWebhooks(alerting.webhooks));
  const exports = stack.use(await openExportFolder(parts.dataDir === IN_MEMORY ? undefined : parts.dataDir, clock));
  const exporter = createExporter(exportLifetimeMs);
  const deps: Deps = { warehouse, erasures, figures, rules, alerts, webhooks, exports, exporter, key: await keys.open(clock), clock, newId };
  const subgraph = await createSubgraph<Context>({
    name: 'analytics',
    typeDefs,
    resolvers,
    createContext: (caller) => createContext(deps, caller),
    log,
  });
  stack.defer(() => subgraph.stop());
  stack.use(await parts.rpc.serve(analyticsExport, (link) => readExport(deps, link)));
  stack.use(await serveCustomerData(parts, deps));
  stack.use(await fillFromLog(factHandlers, deps, parts));
  stack.use(await startConsumers(handlers, deps, parts, store));
  const owned = stack.move();
  return {
    subgraph,
    evaluateAlerts: () => alerts.evaluate(),
    settle: async () => {
      await alerts.settle();
      await store.settle();
    },
    snapshot: (directory) => warehouse.copyTo(join(directory, WAREHOUSE_FILE)),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
