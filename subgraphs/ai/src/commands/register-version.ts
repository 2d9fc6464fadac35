import { INSTALLATION, modelRegistered } from '@customerai/events';
import { badInput, ConfigError } from '@customerai/service';
import { isAbsolute, normalize } from 'node:path';
import type { Deps } from '../context.ts';
import type { ModelVersion } from '../domain/model.ts';
import { DamagedModel } from '../store/damaged-model.ts';
import type { ModelFolder } from '../store/model-folder.ts';

export interface RegisterInput {
  name: string;
  version: string;
  /** Below the model repository's folder. */
  path: string;
}

const NAME = /^[a-z][\w-]{0,63}$/;
const VERSION = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/**
 * Takes a version in: its manifest's signature, its files, its graph, and its answers to a few texts are checked first. The same version may be registered
 * again. Other processes of the service hear of it. Throws BAD_USER_INPUT with what is wrong.
 */
export async function registerVersion(deps: Deps, { name, version, path }: RegisterInput): Promise<ModelVersion> {
  const { repository, deployments, shelf, model, clock, newId } = deps;
  if (!NAME.test(name)) throw badInput('input.name', 'A model\'s name has small letters, digits, "-" and "_".');
  if (!VERSION.test(version)) throw badInput('input.version', 'A version looks like 1.2.3.');
  const folder = normalize(path);
  if (isAbsolute(folder) || folder.split(/[\\/]/).includes('..') || folder === '.')
    throw badInput('input.path', `A path is one below the model repository's folder, such as "${name}/${version}".`);

  let read: ModelFolder;
  try {
    read = await repository.read(name, version, folder);
    const trial = `trial ${newId()}`;
    const loaded = shelf.find(name, version) && repository.folder(name, version);
    if (loaded && loaded.manifestSha256 !== read.manifestSha256)
      throw badInput('input.version', `Version ${version} is in use; give changed files another version.`);
    await shelf.hold(read, trial);
    await shelf.release(name, version, trial);
  } catch (error) {
    if (error instanceof DamagedModel) throw badInput('input.path', error.message);
    if (error instanceof ConfigError) throw badInput('input.path', error.message);
    throw error;
  }
  // Until somebody deploys, the newest version is live; one that nobody has looked at yet must not become so by a restart.
  if (name === model.name) await deployments.keep(name, model.deployment);
  const time = clock();
  const data = { model: { name, version }, at: time.toISOString() };
  const event = modelRegistered.create({ id: newId(), source: 'ai', tenant: INSTALLATION, partitionkey: name, time, data });
  await deployments.register({ name, version, path: folder, manifestSha256: read.manifestSha256 }, event);
  repository.accept(read);
  return repository
    .models()
    .find((model) => model.name === name)!
    .versions.find((one) => one.version === version)!;
}
