import { type EventBus, INSTALLATION, modelDeployed, modelRegistered } from '@customerai/events';
import type { Logger } from '@customerai/service';
import { relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Deployment, servable, versionsOf } from '../domain/deployment.ts';
import { newestFirst } from '../domain/model.ts';
import type { DeploymentStore } from '../store/deployments.ts';
import type { ModelRepository, WantedVersion } from '../store/model-repository.ts';
import type { ModelService } from './model-service.ts';
import type { Shelf } from './shelf.ts';

/** How late files that come to the disk are noticed, and whatever an event did not tell. */
const EVERY_MS = 5_000;
const HOLDER = 'follower';

/** What keeps this process from serving a version as it was registered or deployed. */
export interface ModelProblem {
  version: string;
  message: string;
  /** Whether the version is deployed: then others do its work here. */
  deployed: boolean;
}

export interface Follower extends AsyncDisposable {
  /** Brings this process to what the store says now, as far as the files on its disk allow. */
  catchUp(): Promise<void>;
  /** Newest version first. */
  problems(name: string): ModelProblem[];
}

/**
 * Keeps this process at the versions and the deployment that the store has, whichever process changed them. What is not on this process's disk, or cannot be
 * loaded, is done without and taken in when it can be. `wanted` and `revision`: the deployment that it begins with.
 */
export async function followVersions(options: {
  bus: EventBus;
  deployments: DeploymentStore;
  repository: ModelRepository;
  shelf: Shelf;
  model: ModelService;
  wanted: Deployment;
  revision: number;
  log: Logger;
}): Promise<Follower> {
  const { bus, deployments, repository, shelf, model, log } = options;
  const { name } = model;
  let { wanted, revision } = options;
  /** Versions whose files are whole, and that cannot be loaded all the same. */
  const failed = new Map<string, Error>();
  const stateOf = (live: string) => `${live} for ${wanted.live}`;
  let told = stateOf(model.deployment.live); // a start has said so itself

  async function takeIn(one: WantedVersion): Promise<void> {
    const news = await repository.takeIn(one);
    if (!news) return;
    const which = { model: one.name, version: one.version };
    if (one.name === name) failed.delete(one.version);
    if (news === 'accepted') log.info(which, 'a model version was taken in');
    else log.error({ ...which, err: news }, 'a model version cannot be used here as it was registered or deployed; its folder is watched');
  }

  /** Loads what is new; whatever fails is done without. */
  async function load(version: string): Promise<void> {
    const folder = repository.folder(name, version);
    if (!folder || failed.has(version) || versionsOf(model.deployment).includes(version)) return;
    try {
      await shelf.hold(folder, HOLDER);
    } catch (error) {
      failed.set(version, error as Error);
      log.error({ model: name, version, err: error }, 'a deployed model version cannot be loaded here; others answer in its place');
    }
  }

  async function serve(): Promise<void> {
    for (const version of versionsOf(wanted)) await load(version);
    try {
      const next = servable(wanted, (version) => repository.folder(name, version) !== undefined && !failed.has(version), model.deployment.live);
      if (!isDeepStrictEqual(next, model.deployment)) await model.apply(next);
      if (stateOf(next.live) === told) return;
      told = stateOf(next.live);
      const fields = { model: name, wanted: wanted.live, serves: next.live };
      if (next.live === wanted.live) log.info(fields, 'another model version is live');
      else log.error(fields, 'the live version cannot be used here; another one answers');
    } finally {
      for (const version of versionsOf(wanted)) await shelf.release(name, version, HOLDER);
    }
  }

  async function look(): Promise<void> {
    // The store, not the event: of two changes in a row the second is what holds.
    const kept = await deployments.find(name);
    if (kept && kept.revision > revision) ({ state: wanted, revision } = kept);
    const registered = await deployments.registrations();
    const unregistered = versionsOf(wanted).filter((version) => !registered.some((one) => one.name === name && one.version === version));
    for (const one of [...registered, ...unregistered.map((version) => ({ name, version }))]) await takeIn(one);
    await serve();
  }

  /** One look at a time, each at what was there after it was asked for. */
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  async function inTurn(): Promise<void> {
    const before = last;
    waiting += 1;
    const done = before.then(look).finally(() => (waiting -= 1));
    last = done.catch(() => {});
    return done;
  }
  /** Tries again what could not be loaded: somebody has just done something about it. */
  const catchUp = (): Promise<void> => {
    failed.clear();
    return inTurn();
  };
  const orSay = (error: unknown) => log.error({ err: error, model: name }, 'model versions cannot be followed; the next round tries again');

  const stop = new AbortController();
  const events = await bus.tail({ types: [modelDeployed.type, modelRegistered.type], tenant: INSTALLATION, signal: stop.signal });
  const following = (async () => {
    for await (const _ of events) await catchUp().catch(orSay);
  })().catch((error: unknown) => {
    if (!stop.signal.aborted) log.error({ err: error }, 'events of models are no longer followed; the store is still looked at every few seconds');
  });
  const timer = setInterval(() => void (waiting === 0 && inTurn().catch(orSay)), EVERY_MS);
  timer.unref();

  return {
    catchUp,
    problems: (of) => {
      const deployed = of === name ? versionsOf(wanted) : [];
      const found: [string, string][] = repository
        .problems(of)
        .map(({ version, error: { file, problem } }) => [version, `${relative(repository.directory, file)} ${problem}.`]);
      // Where the repository lies on this machine is nobody's business.
      if (of === name) for (const [version, { message }] of failed) found.push([version, message.replaceAll(`${repository.directory}/`, '')]);
      return found
        .map(([version, message]) => ({ version, message, deployed: deployed.includes(version) }))
        .toSorted((a, b) => newestFirst(a.version, b.version));
    },
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      stop.abort();
      await following;
      await last;
    },
  };
}
