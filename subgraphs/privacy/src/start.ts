import { createSubgraph, createTextReader, privacyRedact, type StartService } from '@customerai/service';
import { openStore } from '@customerai/store';
import { readFileSync } from 'node:fs';
import { redact } from './commands/redact.ts';
import { parseConfig } from './config.ts';
import { type Context, createContext, type Deps } from './context.ts';
import { recognizers } from './domain/recognizers/index.ts';
import { resolvers } from './resolvers/index.ts';
import { createAuditLog } from './store/audit-log.ts';
import { createConsentStore } from './store/consents.ts';
import { createKeyStore } from './store/keys.ts';

/** Texts come in and findings go out, and nothing of them is kept; kept is what customers asked for and consented to, and who did what. */
export const startPrivacy: StartService = async (env, parts) => {
  const config = parseConfig(env);
  const { rpc, bus, clock, newId, log } = parts;
  await using stack = new AsyncDisposableStack();
  const onError = (error: Error) => log.error({ err: error }, error.message);
  const store = stack.use(await openStore({ url: parts.mongoUrl, database: 'privacy', bus, onError }));
  let key = config.key;
  const keys = createKeyStore(store);
  const consents = createConsentStore(store);
  const audit = createAuditLog(store, { key: () => key!, newId, clock });
  await store.start();
  key ??= await keys.current(clock());

  const reader = createTextReader({ ...parts, key: config.cacheKey });
  const deps: Deps = { recognizers, reader, minScore: config.minScore, consents, audit, clock, newId };
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
  const owned = stack.move();
  return { subgraph, settle: () => store.settle(), [Symbol.asyncDispose]: () => owned.disposeAsync() };
};
