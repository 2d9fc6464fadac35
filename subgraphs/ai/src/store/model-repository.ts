import { ConfigError, type Logger } from '@customerai/service';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Model, type ModelVersion, newestFirst } from '../domain/model.ts';
import { DamagedModel } from './damaged-model.ts';
import { type ModelFolder, readModelFolder } from './model-folder.ts';
import { readReleaseKeys } from './signature.ts';

/** The folder of the release keys, beside those of the models. */
const KEYS = 'keys';

const folders = async (path: string) => (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** A version that should be there. */
export interface WantedVersion {
  name: string;
  version: string;
  /** Below the repository's folder; default `<name>/<version>`. */
  path?: string | undefined;
  /** Of the manifest that was registered, if that is known. */
  manifestSha256?: string | undefined;
}

export interface ModelRepository {
  /** Its folder. */
  readonly directory: string;
  /** Models by name, with the versions whose files are whole. */
  models(): Model[];
  /** A version whose files were whole when they were read. */
  folder(name: string, version: string): ModelFolder | undefined;
  /** Versions whose files are not whole, or not those that were registered, with what is wrong, newest first. */
  problems(name: string): { version: string; error: DamagedModel }[];
  /** Reads and checks a version's folder; default `<name>/<version>`. Throws `DamagedModel`. */
  read(name: string, version: string, path?: string): Promise<ModelFolder>;
  /** Takes a version in, in place of the one of that name. */
  accept(folder: ModelFolder): void;
  /**
   * Reads, checks and accepts a version, unless it is there as it should be. One that is not whole is looked at again once something has changed in its
   * folder. Tells what is new: that it is there now, or what is wrong with it.
   */
  takeIn(wanted: WantedVersion): Promise<'accepted' | DamagedModel | undefined>;
}

/**
 * Reads `<directory>/<model>/<version>/`, and `known` versions that lie elsewhere below the directory, checking signatures and files. A damaged version is
 * left out, and the log says so. Throws `ConfigError` for a directory that cannot be read.
 */
export async function openModelRepository(directory: string, log: Logger, known: readonly WantedVersion[] = []): Promise<ModelRepository> {
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
  const troubled = new Map<string, Map<string, { error: DamagedModel; state: string }>>();

  const read: ModelRepository['read'] = (name, version, path = `${name}/${version}`) => readModelFolder(join(directory, path), name, version, keys);
  const accept = (folder: ModelFolder): void => {
    const { name, version } = folder.spec;
    whole.set(name, (whole.get(name) ?? new Map<string, ModelFolder>()).set(version, folder));
    troubled.get(name)?.delete(version);
  };
  const takeIn: ModelRepository['takeIn'] = async ({ name, version, path = `${name}/${version}`, manifestSha256 }) => {
    const isAsRegistered = (folder: ModelFolder) => manifestSha256 === undefined || folder.manifestSha256 === manifestSha256;
    const present = whole.get(name)?.get(version);
    if (present && isAsRegistered(present)) return undefined;
    const before = troubled.get(name)?.get(version);
    const state = `${path} ${manifestSha256} ${await stateOf(join(directory, path))}`;
    if (state === before?.state) return undefined;
    const trouble = (error: DamagedModel): DamagedModel | undefined => {
      troubled.set(name, (troubled.get(name) ?? new Map()).set(version, { error, state }));
      return error.message === before?.error.message ? undefined : error;
    };
    try {
      const folder = await read(name, version, path);
      accept(folder);
      return isAsRegistered(folder)
        ? 'accepted'
        : trouble(new DamagedModel(join(directory, path, 'manifest.json'), 'is not the one that was registered'));
    } catch (error) {
      if (error instanceof DamagedModel) return trouble(error);
      throw error;
    }
  };

  const onDisk = await Promise.all(names.map(async (name) => (await folders(join(directory, name))).map((version) => ({ name, version }))));
  for (const wanted of [...onDisk.flat(), ...known]) {
    const news = await takeIn(wanted);
    if (news instanceof DamagedModel) log.error({ model: wanted.name, version: wanted.version, err: news }, 'a model version is damaged');
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
    problems: (name) =>
      [...(troubled.get(name) ?? [])].map(([version, { error }]) => ({ version, error })).toSorted((a, b) => newestFirst(a.version, b.version)),
    read,
    accept,
    takeIn,
  };
}

/** Differs from what it was when a file of the folder has come, gone or changed. */
async function stateOf(folder: string): Promise<string> {
  const names = (await readdir(folder).catch(() => [])).toSorted();
  const stats = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => undefined)));
  return names.map((name, index) => `${name} ${stats[index]?.ino} ${stats[index]?.size} ${stats[index]?.ctimeMs}`).join('; ');
}

function toVersion({ spec, card, sizeBytes, metrics, createdAt }: ModelFolder): ModelVersion {
  return { version: spec.version, format: 'ONNX', sizeBytes, metrics, modelCard: card, createdAt };
}
