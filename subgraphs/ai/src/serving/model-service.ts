import { type Logger, notFound, ServiceError } from '@customerai/service';
import type { TextAnalysis } from '../domain/analysis.ts';
import { type Deployment, isShadowed, routeOf, versionsOf } from '../domain/deployment.ts';
import type { ModelSpec, Part } from '../domain/model-spec.ts';
import { type AskOptions, type Embedded, type Failed, isFailed, type Runtime } from '../inference/runtime.ts';
import type { InferenceStats } from '../inference/stats.ts';
import type { ModelRepository } from '../store/model-repository.ts';
import { createComparison, type Comparison } from './comparison.ts';
import type { Shelf } from './shelf.ts';

export type Answer = (TextAnalysis & { version: string }) | Failed;

/** The model that the platform asks, whatever versions of it answer at the moment. */
export interface ModelService extends AsyncDisposable {
  readonly name: string;
  readonly deployment: Deployment;
  /** The live version. */
  readonly live: ModelSpec;
  /** Each text is answered by the version that it is routed to, or by `version`. */
  analyze(texts: readonly string[], parts: readonly Part[], options?: AskOptions & { version?: string | undefined }): Promise<Answer[]>;
  /** Always by the live version: vectors of different versions cannot be compared. */
  embed(texts: readonly string[], options?: AskOptions): Promise<{ spec: ModelSpec; results: (Embedded | Failed)[] }>;
  /**
   * Goes over to a deployment. Versions are loaded and tried before the first text reaches them; those that are no longer needed finish what they were
   * asked. Nothing changes when one cannot be loaded (`ConfigError`).
   */
  apply(deployment: Deployment): Promise<void>;
  /** Figures of one version since it was loaded; undefined when it is not. */
  statsOf(version: string): InferenceStats | undefined;
  /** How the shadow's answers compare with the live version's; undefined without a shadow. */
  comparison(): Comparison | undefined;
  /** Rows that wait or run, over all versions. */
  readonly waiting: number;
}

/** Throws `ConfigError` when the first deployment cannot be loaded. */
export async function startModelService(options: {
  name: string;
  deployment: Deployment;
  repository: ModelRepository;
  shelf: Shelf;
  log: Logger;
}): Promise<ModelService> {
  const { name, repository, shelf, log } = options;
  let deployment = options.deployment;
  let comparison = createComparison(deployment.shadow?.version);
  /** One change at a time. */
  let changing: Promise<unknown> = Promise.resolve();
  const draining = new Set<Promise<void>>();

  const holder = 'platform';
  async function load(version: string): Promise<Runtime> {
    const folder = repository.folder(name, version);
    if (!folder) throw notFound(`version of the model ${name}`, version);
    return shelf.hold(folder, holder);
  }
  async function loadAll(wanted: readonly string[], present: readonly string[]): Promise<void> {
    const loaded = await Promise.allSettled(wanted.map(load));
    const failed = loaded.find((one) => one.status === 'rejected');
    if (!failed) return;
    for (const version of wanted) if (!present.includes(version)) await shelf.release(name, version, holder);
    throw failed.reason;
  }
  await loadAll(versionsOf(deployment), []);

  const runtimeOf = (version: string): Runtime => {
    const runtime = versionsOf(deployment).includes(version) ? shelf.find(name, version) : undefined;
    if (!runtime) throw new ServiceError('NOT_FOUND', `Version ${version} of the model ${name} is not deployed.`);
    return runtime;
  };

  /** In the background: whoever deploys need not wait until the last old question is answered. */
  function drain(version: string): void {
    const drained = shelf
      .release(name, version, holder)
      .catch((error: unknown) => log.error({ err: error, model: name, version }, 'a model version did not end well'))
      .finally(() => draining.delete(drained));
    draining.add(drained);
  }

  async function change(next: Deployment): Promise<void> {
    const before = versionsOf(deployment);
    const after = versionsOf(next);
    await loadAll(after, before);
    if (next.shadow?.version !== deployment.shadow?.version) comparison = createComparison(next.shadow?.version);
    deployment = next; // from here on no new text reaches the others
    for (const version of before) if (!after.includes(version)) drain(version);
  }

  function compareWithShadow(texts: readonly string[], answers: readonly Answer[], parts: readonly Part[]): void {
    const { shadow, live } = deployment;
    if (!shadow || !parts.includes('sentiment')) return;
    const pairs = texts
      .map((text, index) => ({ text, answer: answers[index]! }))
      .filter(({ text, answer }) => !isFailed(answer) && answer.version === live && isShadowed(text, deployment));
    if (pairs.length === 0) return;
    const { note } = comparison;
    void runtimeOf(shadow.version)
      .analyze(
        pairs.map(({ text }) => text),
        ['sentiment'],
        { priority: 'backfill' },
      )
      .then((shadows) => shadows.forEach((other, index) => note(pairs[index]!.answer as TextAnalysis, other)))
      // A shadow must never be felt: what it could not be asked is left out.
      .catch((error: unknown) => log.debug({ err: error, version: shadow.version }, 'the shadow was not asked'));
  }

  return {
    name,
    get deployment() {
      return deployment;
    },
    get live() {
      return runtimeOf(deployment.live).spec;
    },
    analyze: async (texts, parts, { version, ...ask } = {}) => {
      const groups = Map.groupBy(texts.keys(), (index) => version ?? routeOf(texts[index]!, deployment));
      const answers: Answer[] = [];
      await Promise.all(
        [...groups].map(async ([by, indices]) => {
          const results = await runtimeOf(by).analyze(
            indices.map((index) => texts[index]!),
            parts,
            ask,
          );
          results.forEach((result, position) => (answers[indices[position]!] = isFailed(result) ? result : { ...result, version: by }));
        }),
      );
      if (version === undefined) compareWithShadow(texts, answers, parts);
      return answers;
    },
    embed: async (texts, ask) => {
      const runtime = runtimeOf(deployment.live);
      return { spec: runtime.spec, results: await runtime.embed(texts, ask) };
    },
    apply: (next) => {
      const before = changing;
      const done = (async () => {
        await before;
        await change(next);
      })();
      changing = done.catch(() => {});
      return done;
    },
    statsOf: (version) => shelf.find(name, version)?.stats(),
    comparison: () => (deployment.shadow ? comparison.read() : undefined),
    get waiting() {
      return shelf.loaded().reduce((sum, runtime) => (runtime.spec.name === name ? sum + runtime.waiting : sum), 0);
    },
    [Symbol.asyncDispose]: async () => {
      await changing;
      await Promise.all(draining);
      for (const version of versionsOf(deployment)) await shelf.release(name, version, holder);
    },
  };
}
