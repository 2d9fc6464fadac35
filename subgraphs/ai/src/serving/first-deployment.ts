import { ConfigError, type Logger } from '@customerai/service';
import type { Deployment } from '../domain/deployment.ts';
import type { ModelRepository } from '../store/model-repository.ts';

/**
 * What to begin with: the version that the settings name, else what was deployed last, else the newest. A version whose files are not whole is replaced
 * by the one that was live before, or the newest that is whole, and the log says so; one that the settings name is not, since somebody wants just that
 * one. Throws `ConfigError` when there is none to begin with.
 */
export function firstDeployment(options: {
  name: string;
  repository: ModelRepository;
  kept: Deployment | undefined;
  /** By the settings. */
  named: string | undefined;
  log: Logger;
}): Deployment {
  const { name, repository, kept, named, log } = options;
  const versions =
    repository
      .models()
      .find((model) => model.name === name)
      ?.versions.map(({ version }) => version) ?? [];
  const problemOf = (version: string) =>
    repository.damaged(name).find((one) => one.version === version)?.error ??
    new ConfigError(`MODELS_DIR holds no version ${version} of the model "${name}": restore models/ from the repository or name another.`);
  if (named !== undefined) {
    if (!versions.includes(named)) throw problemOf(named);
    return { live: named };
  }
  const [newestDamaged] = repository.damaged(name);
  if (versions.length === 0)
    throw (
      newestDamaged?.error ??
      new ConfigError(`MODELS_DIR holds no version of the model "${name}": restore models/ from the repository or retrain it.`)
    );
  if (!kept) {
    return { live: versions[0]! };
  }
  const whole = (version: string | undefined) => version !== undefined && versions.includes(version);
  const canary = whole(kept.canary?.version) ? kept.canary : undefined;
  const shadow = whole(kept.shadow?.version) ? kept.shadow : undefined;
  if (whole(kept.live)) return { ...kept, canary, shadow };
  const live = whole(kept.previous) ? kept.previous! : versions[0]!;
  log.error({ err: problemOf(kept.live), model: name, wanted: kept.live, serves: live }, 'the live version cannot be used; an older one answers');
  return { live, canary, shadow };
}
