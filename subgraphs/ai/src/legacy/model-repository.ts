import { ConfigError, type Logger } from '@customerai/service';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Model, type ModelVersion, newestFirst } from '../domain/model.ts';
import { DamagedModel } from '../store/damaged-model.ts';
import { type ModelFolder, readModelFolder } from './model-folder.ts';

const folders = async (path: string) => (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);

export interface ModelRepository {
  /** By name. */
  models: readonly Model[];
  /** The folder of the version that is to answer. Throws `ConfigError` when it is not there, `DamagedModel` when it is not whole. */
  live(name: string, version?: string): Promise<ModelFolder>;
}

/**
 * Reads `<directory>/<model>/<version>/`, checking every file. A damaged version that nobody asked for is left out, and the log says so.
 * Throws `ConfigError` for a directory that cannot be read.
 */
export async function openModelRepository(directory: string, log: Logger): Promise<ModelRepository> {
  const names = await folders(directory).catch((error: unknown) => {
    throw new ConfigError(`MODELS_DIR ${directory} cannot be read: name a folder of models, or restore models/ from the repository.`, {
      cause: error,
    });
  });
  const read = (name: string, version: string) => readModelFolder(join(directory, name, version), name, version);
  const versionsOf = async (name: string) => (await folders(join(directory, name))).toSorted(newestFirst);

  async function readModel(name: string): Promise<Model | undefined> {
    const found: ModelFolder[] = [];
    for (const version of await versionsOf(name)) {
      try {
        found.push(await read(name, version));
      } catch (error) {
        if (!(error instanceof DamagedModel)) throw error;
        log.error({ model: name, version, err: error }, 'a model version is damaged and left out');
      }
    }
    return found[0] && { name, task: found[0].metadata.task, versions: found.map(toVersion) };
  }

  const models: Model[] = [];
  for (const name of names.toSorted()) {
    const model = await readModel(name);
    if (model) models.push(model);
  }
  return {
    models,
    live: async (name, version) => {
      const wanted = version ?? (names.includes(name) ? (await versionsOf(name))[0] : undefined);
      if (!wanted)
        throw new ConfigError(`MODELS_DIR ${directory} holds no version of the model "${name}": restore models/ from the repository or retrain it.`);
      return read(name, wanted);
    },
  };
}

function toVersion({ metadata, card, sizeBytes }: ModelFolder): ModelVersion {
  return { version: metadata.version, format: 'ONNX', sizeBytes, metrics: metadata.metrics, modelCard: card, createdAt: metadata.createdAt };
}
