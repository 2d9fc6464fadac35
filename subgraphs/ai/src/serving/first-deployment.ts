import { ConfigError, type Logger } from '@customerai/service';
import { type Deployment, servable } from '../domain/deployment.ts';
import type { ModelRepository } from '../store/model-repository.ts';

/**
 * What to begin with: the version that the settings name, else what was deployed last, else the newest. A version whose files are not whole is replaced
 * by the one that was live before, or the newest that is whole, and the log says so; one that the settings name is not, since somebody wants just that
 * one. `wanted` is what is to be served as soon as it can be, by the store's `revision`. Throws `ConfigError` when there is none to begin with.
 */
export function firstDeployment(options: {
  name: string;
  repository: ModelRepository;
  kept: { state: Deployment; revision: number } | undefined;
  /** By the settings. */
  named: string | undefined;
  log: Logger;
}): { serves: Deployment; wanted: Deployment; revision: number } {
  const { name, repository, kept, named, log } = options;
  const versions =
    repository
      .models()
      .find((model) => model.name === name)
      ?.versions.map(({ version }) => version) ?? [];
  const problemOf = (version: string) =>
    repository.problems(name).find((one) => one.version === version)?.error ??
    new ConfigError(`MODELS_DIR holds no version ${version} of the model "${name}": restore models/ from the repository or name another.`);
  if (named !== undefined) {
    if (!versions.includes(named)) throw problemOf(named);
    const serves = servable({ live: named }, () => true, named);
    return { serves, wanted: serves, revision: kept?.revision ?? 0 };
  }
  const [newestDamaged] = repository.problems(name);
  if (versions.length === 0)
    throw (
      newestDamaged?.error ??
      new ConfigError(`MODELS_DIR holds no version of the model "${name}": restore models/ from the repository or retrain it.`)
    );
  const wanted = kept?.state ?? { live: versions[0]! };
  const serves = servable(wanted, (version) => versions.includes(version), versions[0]!);
  if (serves.live !== wanted.live)
    log.error(
      { err: problemOf(wanted.live), model: name, wanted: wanted.live, serves: serves.live },
      'the live version cannot be used; another one answers',
    );
  // Before anything was kept, whatever is kept is news; where a version was named, only what somebody deploys is.
  return { serves, wanted, revision: kept?.revision ?? -1 };
}
