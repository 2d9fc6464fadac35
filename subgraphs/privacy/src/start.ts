import { createSubgraph, createTextReader, privacyRedact, type StartService } from '@customerai/service';
import { openErasures, openStore } from '@customerai/store';
import { readFileSync } from 'node:fs';
import { redact } from './commands/redact.ts';
import { startRequestRunner } from './commands/request-runner.ts';
import { startRetentionRunner } from './commands/retention-runner.ts';
import { parseConfig } from './config.ts';
import { type Context, createContext, type Deps } from './context.ts';
import { recognizers } from './domain/recognizers/index.ts';
import { createSecrets, type Secrets } from './domain/secrets.ts';
import { resolvers } from './resolvers/index.ts';
import { serveCustomerData } from './rpc/serve-customer-data.ts';
import { serveExport } from './rpc/serve-export.ts';
import { createAuditLog } from './store/audit-log.ts';
import { createConsentStore } from './store/consents.ts';
import { createExportPartStore } from './store/export-parts.ts';
import { createKeyStore } from './store/keys.ts';
import { createRequestStore } from './store/requests.ts';
import { createRetentionPolicyStore } from './store/retention-policies.ts';
import { createRetentionRunStore } from './store/retention-runs.ts';

/** Texts come in and findings go out, and nothing of them is kept; kept is what customers asked for and consented to, and who did what. */
export const startPrivacy: StartService = async (env, parts) => {
  const config = parseConfig(env);
  const { rpc, bus, clock, newId, log } = parts;
  await using stack = new AsyncDisposableStack();
  const onError = (error: Error) => log.error({ err: error }, error.message);
  const store = stack.use(await openStore({ url: parts.mongoUrl, database: 'privacy', bus, onError }));
  const keys = createKeyStore(store);
  let secrets: Secrets; // known once the store is open
  const kept = {
    consents: createConsentStore(store),
    audit: createAuditLog(store, { key: () => secrets('audit'), newId, clock }),
    requests: createRequestStore(store),
    exportParts: createExportPartStore(store, () => secrets('exports')),
    erasures: openErasures(store),
    policies: createRetentionPolicyStore(store),
    runs: createRetentionRunStore(store),
  };
  await store.start();
  secrets = createSecrets(config.key ?? (await keys.current(clock())));

  const runner = stack.use(startRequestRunner({ ...kept, rpc, clock, newId, log }));
  const retention = stack.use(startRetentionRunner({ ...kept, rpc, clock, newId, log }));
  const reader = createTextReader({ ...parts, key: config.cacheKey });
  const deps: Deps = { ...kept, runner, retention, secrets, recognizers, reader, minScore: config.minScore, rpc, clock, newId, log };
  const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
  const subgraph = await createSubgraph<Context>({
    name: 'privacy',
    typeDefs,
    resolvers,
    createContext: (caller) => createContext(deps, caller),
    log,
  });
  stack.defer(() => subgraph.stop());
  stack.use(await rpc.serve(privacyRedact, (input, signal) => redact(deps, { ...input, signal })));
  stack.use(await serveCustomerData(parts, deps));
  stack.use(await serveExport(parts, deps));
  const owned = stack.move();
  const settle = async () => {
    await Promise.all([runner.settle(), retention.settle()]);
    await store.settle();
  };
  return { subgraph, settle, [Symbol.asyncDispose]: () => owned.disposeAsync() };
};
