import type { Env, Logger } from '@customerai/service';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MODEL, parseConfig } from './config.ts';
import { openModelRepository as openLegacyRepository } from './legacy/model-repository.ts';
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
  const { modelsDir, modelVersion, sentimentVersion } = parseConfig(env);
  if (!existsSync(join(modelsDir, MODEL))) {
    const { metadata, sizeBytes } = await (await openLegacyRepository(modelsDir, log)).live('sentiment', sentimentVersion);
    return { name: 'sentiment', version: metadata.version, sizeBytes, key: 'none' };
  }
  const repository = await openModelRepository(modelsDir, log);
  const { live } = firstDeployment({ name: MODEL, repository, kept: undefined, named: modelVersion, log });
  const { spec, sizeBytes, key } = repository.folder(MODEL, live)!;
  return { name: spec.name, version: spec.version, sizeBytes, key };
}
