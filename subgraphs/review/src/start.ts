import { createSubgraph, type Env, type Parts, reviewDecision, reviewHeld, type Service, startConsumers } from '@customerai/service';
import { openErasures, openStore } from '@customerai/store';
import { readFileSync } from 'node:fs';
import { createLanes } from './commands/lanes.ts';
import { startSweeper, sweep } from './commands/sweep.ts';
import { parseConfig } from './config.ts';
import { type Context, createContext, type Deps } from './context.ts';
import { handlers } from './events/index.ts';
import { createPresence } from './presence.ts';
import { watchQueue } from './queue-figures.ts';
import { resolvers } from './resolvers/index.ts';
import { serveCustomerData } from './rpc/serve-customer-data.ts';
import { createReviewStore } from './store/reviews.ts';

export interface ReviewService extends Service {
  /** Gives back expired leases and tells of overdue items at once, instead of at the next tick. */
  sweep(): Promise<void>;
}

export async function startReview(env: Env, parts: Parts): Promise<ReviewService> {
  const config = parseConfig(env);
  const { rpc, clock, newId, log } = parts;
  await using stack = new AsyncDisposableStack();
  const store = stack.use(
    await openStore({ url: parts.mongoUrl, database: 'review', bus: parts.bus, onError: (error) => log.error({ err: error }, error.message) }),
  );
  const reviews = createReviewStore(store);
  const erasures = openErasures(store);
  await store.start();
  watchQueue(reviews, parts);

  const deps: Deps = { config, reviews, erasures, presence: createPresence(parts), lanes: createLanes(), rpc, clock, newId, log };
  const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
  const subgraph = await createSubgraph<Context>({
    name: 'review',
    typeDefs,
    resolvers,
    createContext: (caller) => createContext(deps, caller),
    log,
  });
  stack.defer(() => subgraph.stop());
  stack.use(await rpc.serve(reviewHeld, async ({ tenant }) => ({ interactionIds: await reviews.heldInteractions(tenant, clock()) })));
  stack.use(
    await rpc.serve(reviewDecision, async ({ tenant, reviewItemId }) => {
      const decision = (await reviews.find(tenant, reviewItemId))?.decision;
      if (!decision || decision.action === 'ESCALATE') return null;
      return { action: decision.action, ...(decision.editedText === undefined ? {} : { editedText: decision.editedText }) };
    }),
  );
  stack.use(await serveCustomerData(parts, deps));
  stack.use(startSweeper(deps, config.sweepMs));
  stack.use(await startConsumers(handlers, deps, parts, store));

  const owned = stack.move();
  return { subgraph, sweep: () => sweep(deps), settle: () => store.settle(), [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
