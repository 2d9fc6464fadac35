import { createSubgraph, type StartService } from '@customerai/service';
import { join } from 'node:path';
import { parseConfig } from '../config.ts';
import type { Context, Deps } from './context.ts';
import type { Model } from '../domain/model.ts';
import { createBatcher } from './batcher.ts';
import { createClassifier } from './classifier.ts';
import { createInferenceFigures } from './figures.ts';
import { startInferencePool } from './pool.ts';
import { createStats } from './stats.ts';
import { resolvers } from './resolvers/index.ts';
import { serveAnalyze } from './serve-analyze.ts';
import { openModelRepository } from './model-repository.ts';
import { typeDefs } from '../type-defs.ts';

const SENTIMENT = 'sentiment';

/** Throws `ConfigError` when the sentiment model is missing, damaged or cannot be loaded. */
export const startLegacy: StartService = async (env, parts) => {
  const config = parseConfig(env);
  await using stack = new AsyncDisposableStack();
  const repository = await openModelRepository(config.modelsDir, parts.log);
  const { path, metadata, modelSha256 } = await repository.live(SENTIMENT, config.sentimentVersion);
  const { labels, emotions, emotionThresholds = emotions.map(() => 0.5), languages, version } = metadata;

  const pool = stack.use(
    await startInferencePool({ model: { file: join(path, 'model.onnx'), sha256: modelSha256 }, threads: config.inference.threads, log: parts.log }),
  );
  const figures = createInferenceFigures(parts.metrics, { name: SENTIMENT, version });
  const batcher = createBatcher(figures.watchPool(pool));
  figures.watchQueue(batcher);
  const labelling = { sentiments: labels, emotions, thresholds: emotionThresholds };
  const classifier = createClassifier(batcher, labelling, config.inference.queue, figures);
  stack.use(await serveAnalyze(parts, classifier, { name: SENTIMENT, version, languages }));

  const models = repository.models.map((model): Model =>
    model.name === SENTIMENT ? ({ ...model, live: model.versions.find((one) => one.version === version) } as Model) : model,
  );
  const idle = createStats();
  const deps: Deps = {
    models: new Map(models.map((model) => [model.name, model])),
    statsOf: (name) => (name === SENTIMENT ? classifier.stats() : idle.read({ count: 0, texts: 0 })),
  };
  const subgraph = await createSubgraph<Context>({
    name: 'ai',
    typeDefs,
    resolvers,
    createContext: (caller) => ({ ...caller, ...deps }),
    log: parts.log,
  });
  stack.defer(() => subgraph.stop());
  const owned = stack.move();
  return { subgraph, settle: async () => {}, [Symbol.asyncDispose]: () => owned.disposeAsync() };
};
