import { createSubgraph, startConsumers, type Env, type Parts, type Service } from '@customerai/service';
import { openErasures, openStore } from '@customerai/store';
import { MODEL, parseConfig } from './config.ts';
import type { Context, Deps } from './context.ts';
import { handlers } from './events/index.ts';
import { createInferenceFigures } from './inference/figures.ts';
import { loadRuntime } from './inference/load-runtime.ts';
import { openInferenceDoors } from './oip/open-doors.ts';
import { resolvers } from './resolvers/index.ts';
import { serveAnalyze } from './rpc/serve-analyze.ts';
import { serveEmbed } from './rpc/serve-embed.ts';
import { serveCustomerData } from './rpc/serve-customer-data.ts';
import { createSearchIndex } from './search/search-index.ts';
import { firstDeployment } from './serving/first-deployment.ts';
import { followVersions } from './serving/follow-versions.ts';
import { type ModelService, startModelService } from './serving/model-service.ts';
import { createShelf } from './serving/shelf.ts';
import { watchTrainings } from './serving/watch-trainings.ts';
import { createDeploymentStore } from './store/deployments.ts';
import { openModelRepository } from './store/model-repository.ts';
import { createTrainingStore } from './store/training.ts';
import { createVectorStore } from './store/vectors.ts';
import { typeDefs } from './type-defs.ts';

export interface AiService extends Service {
  /** Where the Open Inference Protocol is served, if it is. */
  oip: { httpUrl?: string; grpcAddress?: string };
}

/** Throws `ConfigError` when the model is missing, damaged or cannot be loaded. */
export async function startAi(env: Env, parts: Parts): Promise<AiService> {
  const config = parseConfig(env);
  const { log, bus, clock, newId } = parts;
  await using stack = new AsyncDisposableStack();
  const onError = (error: Error) => log.error({ err: error }, error.message);
  const store = stack.use(await openStore({ url: parts.mongoUrl, database: 'ai', bus, onError }));
  const deployments = createDeploymentStore(store);
  const vectors = createVectorStore(store, newId);
  const training = createTrainingStore(store);
  const erasures = openErasures(store);
  await store.start();

  const repository = await openModelRepository(config.modelsDir, log, await deployments.registrations());
  let serving: ModelService | undefined; // figures may be read before it serves
  const figures = createInferenceFigures(parts.metrics, MODEL, () => ({ live: serving?.deployment.live ?? '', waiting: serving?.waiting ?? 0 }));
  const { threads, queue: capacity, batch: tokenBudget, url, token } = config.inference;
  const shelf = stack.use(
    createShelf((folder) =>
      loadRuntime(folder, { threads, capacity, tokenBudget, url, token, log, figures: folder.spec.name === MODEL ? figures : undefined }),
    ),
  );
  const kept = await deployments.find(MODEL);
  const { serves: deployment, ...begun } = firstDeployment({ name: MODEL, repository, kept, named: config.modelVersion, log });
  const model = (serving = stack.use(await startModelService({ name: MODEL, deployment, repository, shelf, log })));
  const follower = stack.use(await followVersions({ bus, deployments, repository, shelf, model, ...begun, log }));

  const search = createSearchIndex({ vectors, erasures, model, rpc: parts.rpc, log });
  const deps: Deps = { model, search, training, repository, deployments, follower, shelf, clock, newId };
  const subgraph = await createSubgraph<Context>({
    name: 'ai',
    typeDefs,
    resolvers,
    createContext: (caller) => ({ ...caller, ...deps }),
    log,
  });
  stack.defer(() => subgraph.stop());
  stack.use(watchTrainings(deps, log));
  stack.use(await serveCustomerData(parts, search, vectors));
  stack.use(await startConsumers(handlers, { search }, parts, store));
  for (const serve of [serveAnalyze, serveEmbed]) stack.use(await serve(parts, model));
  const { httpUrl, grpcAddress } = stack.use(await openInferenceDoors(config.oip, deps, log));
  const owned = stack.move();
  return { subgraph, oip: { httpUrl, grpcAddress }, settle: () => store.settle(), [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
