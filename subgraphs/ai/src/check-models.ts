import type { Env, Logger } from '@customerai/service';
import { MODEL, parseConfig } from './config.ts';
import { firstDeployment } from './serving/first-deployment.ts';
import { openModelRepository } from './store/model-repository.ts';

export interface CheckedModel {
  name: string;
  version: string;
  sizeBytes: number;
  /** The release key that signed it. */
  key: string;
}

/** The model that a start with these settings would begin with, as far as files tell. Throws `ConfigError`. What else is damaged goes to the log. */
export async function checkModels(env: Env, log: Logger): Promise<CheckedModel> {
  const { modelsDir, modelVersion } = parseConfig(env);
  const repository = await openModelRepository(modelsDir, log);
  const {
    serves: { live },
  } = firstDeployment({ name: MODEL, repository, kept: undefined, named: modelVersion, log });
  const { spec, sizeBytes, key } = repository.folder(MODEL, live)!;
  return { name: spec.name, version: spec.version, sizeBytes, key };
}
