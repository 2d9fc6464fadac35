import { modelDeployed, INSTALLATION } from '@customerai/events';
import { badInput, conflict, ConfigError, notFound, ServiceError } from '@customerai/service';
import type { Deps } from '../context.ts';
import { deploy, type Deployment, versionsOf } from '../domain/deployment.ts';
import type { ModelFolder } from '../store/model-folder.ts';
import type { ModelRepository } from '../store/model-repository.ts';

export interface DeployInput {
  name: string;
  version: string;
  /** 0 to 100. */
  percent: number;
  asShadow: boolean;
}

/**
 * Routes traffic to a version. It is loaded and tried first; only then is the new state kept, with its event. Throws NOT_FOUND, BAD_USER_INPUT, CONFLICT
 * when somebody else deployed at the same time, SERVICE_UNAVAILABLE when the version cannot be loaded: then everything stays as it was.
 */
export async function deployVersion(deps: Deps, by: string, { name, version, percent, asShadow }: DeployInput): Promise<void> {
  const { model, repository, deployments, shelf, follower } = deps;
  if (!repository.models().some((one) => one.name === name)) throw notFound('model', name);
  if (name !== model.name) throw badInput('name', `Nothing asks the model "${name}"; what the platform asks is "${model.name}".`);
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) throw badInput('canaryPercent', 'A share is a whole number from 0 to 100.');
  if (!repository.folder(name, version)) await follower.catchUp(); // another process may just have registered it
  const kept = await deployments.find(name);
  const before: Deployment = kept?.state ?? model.deployment;
  if (version === before.live && (percent < 100 || asShadow))
    throw badInput('version', `Version ${version} is live. Make another version live first.`);
  const after = deploy(before, version, percent, asShadow);
  const trial = `trial ${deps.newId()}`;
  try {
    // What only goes out of the traffic may do so from a process that has no files of it.
    if (percent > 0 || !versionsOf(before).includes(version)) await shelf.hold(wholeFolder(repository, name, version), trial);
  } catch (error) {
    if (error instanceof ConfigError) throw new ServiceError('SERVICE_UNAVAILABLE', error.message, {}, { cause: error });
    throw error;
  }
  try {
    const event = modelDeployed.create({
      id: deps.newId(),
      source: 'ai',
      tenant: INSTALLATION,
      partitionkey: name,
      time: deps.clock(),
      data: {
        model: { name, version: after.live },
        previousVersion: before.live,
        ...(after.canary ? { canary: after.canary } : {}),
        ...(after.shadow ? { shadow: after.shadow } : {}),
        deployedBy: by,
        at: deps.clock().toISOString(),
      },
    });
    if (!(await deployments.save(name, after, kept?.revision ?? 0, event))) throw conflict('Somebody else deployed a version just now. Look again.');
    await follower.catchUp();
  } finally {
    await shelf.release(name, version, trial);
  }
}

function wholeFolder(repository: ModelRepository, name: string, version: string): ModelFolder {
  const folder = repository.folder(name, version);
  if (folder) return folder;
  throw repository.problems(name).find((one) => one.version === version)?.error ?? notFound(`version of the model ${name}`, version);
}
