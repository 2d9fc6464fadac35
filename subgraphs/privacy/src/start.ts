import { createSubgraph, createTextReader, privacyRedact, type StartService } from '@customerai/service';
import { readFileSync } from 'node:fs';
import { redact } from './commands/redact.ts';
import { parseConfig } from './config.ts';
import { type Context, createContext, type Deps } from './context.ts';
import { recognizers } from './domain/recognizers/index.ts';
import { resolvers } from './resolvers/index.ts';

/** Keeps nothing: texts come in, findings go out. */
export const startPrivacy: StartService = async (env, { rpc, cache, clock, log }) => {
  const { minScore, cacheKey } = parseConfig(env);
  await using stack = new AsyncDisposableStack();
  const deps: Deps = { recognizers, minScore, reader: createTextReader({ rpc, cache, clock, key: cacheKey }) };
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
  return { subgraph, settle: async () => {}, [Symbol.asyncDispose]: () => owned.disposeAsync() };
};
