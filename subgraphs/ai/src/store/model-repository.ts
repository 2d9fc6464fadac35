import { ConfigError, type Logger } from '@customerai/service';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Model, type ModelVersion, newestFirst } from '../domain/model.ts';
import { DamagedModel } from './damaged-model.ts';
import { type ModelFolder, readModelFolder } from './model-folder.ts';
import { readReleaseKeys } from './signature.ts';

/** The folder of the release keys, beside those of the models. */
const KEYS = 'keys';

const folders = async (path: string) => (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);

export interface ModelRepository {
  /** Its folder. */
  readonly directory: string;
  /** Models by name, with the versions whose files are whole. */
  models(): Model[];
  /** A version whose files were whole when they were read. */
  folder(name: string, version: string): ModelFolder | undefined;
  /** Versions whose files are not whole, with what is wrong, newest first. */
  damaged(name: string): { version: string; error: DamagedModel }[];
  /** Reads and checks a version's folder; default `<name>/<version>`. Throws `DamagedModel`. */
  read(name: string, version: string, path?: string): Promise<ModelFolder>;
  /** Takes a version in, in place of the one of that name. */
  accept(folder: ModelFolder): void;
}

/**
 * Reads `<directory>/<model>/<version>/`, and `known` versions that lie elsewhere below the directory, checking signatures and files. A damaged version is
 * left out, and the log says so. Throws `ConfigError` for a directory that cannot be read.
 */
export async function openModelRepository(
  directory: string,
  log: Logger,
  known: readonly { name: string; version: string; path: string }[] = [],
): Promise<ModelRepository> {
  const names = (
    await folders(directory).catch((error: unknown) => {
      throw new ConfigError(`MODELS_DIR ${directory} cannot be read: name a folder of models, or restore models/ from the repository.`, {
        cause: error,
      });
    })
  ).filter((name) => name !== KEYS);
  const keys = await readReleaseKeys(join(directory, KEYS)).catch((error: unknown) => {
    throw new ConfigError(`The release keys in ${join(directory, KEYS)} cannot be read: ${(error as Error).message}`, { cause: error });
  });
  const whole = new Map<string, Map<string, ModelFolder>>();
  const broken = new Map<string, { version: string; error: DamagedModel }[]>();

  const read: ModelRepository['read'] = (name, version, path = `${name}/${version}`) => readModelFolder(join(directory, path), name, version, keys);
  const accept = (folder: ModelFolder): void => {
    const { name, version } = folder.spec;
    whole.set(name, (whole.get(name) ?? new Map<string, ModelFolder>()).set(version, folder));
  };

  const onDisk = await Promise.all(
    names.map(async (name) => (await folders(join(directory, name))).map((version) => ({ name, version, path: undefined }))),
  );
  for (const { name, version, path } of [...onDisk.flat(), ...known]) {
    try {
      accept(await read(name, version, path));
    } catch (error) {
      if (!(error instanceof DamagedModel)) throw error;
      broken.set(name, [...(broken.get(name) ?? []), { version, error }]);
      log.error({ model: name, version, err: error }, 'a model version is damaged and left out');
    }
  }

  return {
    directory,
    models: () =>
      [...whole]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, versions]) => {
          const sorted = [...versions.values()].toSorted((a, b) => newestFirst(a.spec.version, b.spec.version));
          return { name, task: sorted[0]!.task, versions: sorted.map(toVersion) };
        }),
    folder: (name, version) => whole.get(name)?.get(version),
    damaged: (name) => (broken.get(name) ?? []).toSorted((a, b) => newestFirst(a.version, b.version)),
    read,
    accept,
  };
}

function toVersion({ spec, card, sizeBytes, metrics, createdAt }: ModelFolder): ModelVersion {
  return { version: spec.version, format: 'ONNX', sizeBytes, metrics, modelCard: card, createdAt };
}
