import { ConfigError } from '@customerai/service/basics';
import { spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { access, constants, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrainerConfig } from './config.ts';

const NEEDED = 'import torch, numpy, onnxruntime, tokenizers, safetensors, cryptography';

/** Looks whether all that training needs is here. Throws `ConfigError` with every problem and its remedy. */
export async function checkTrainer(config: TrainerConfig): Promise<void> {
  const problems = [...(await keyProblems(config)), ...(await folderProblems(config)), ...pythonProblems(config)];
  if (problems.length > 0) throw new ConfigError(`Nothing can be trained here:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}

async function keyProblems({ keyFile, modelsDir }: TrainerConfig): Promise<string[]> {
  let key: KeyObject;
  try {
    key = createPublicKey(createPrivateKey(await readFile(keyFile)));
  } catch (error) {
    return [`RELEASE_KEY_FILE ${keyFile}: is no private key that can be read (${(error as Error).message}); "python -m training new-key" makes one`];
  }
  const problems = [];
  if (((await stat(keyFile)).mode & 0o077) !== 0) problems.push(`RELEASE_KEY_FILE ${keyFile}: others can read it; chmod 600 keeps it to you`);
  const known = await publicKeys(join(modelsDir, 'keys'));
  const spki = (one: KeyObject) => one.export({ type: 'spki', format: 'der' });
  if (!known.some((one) => spki(one).equals(spki(key))))
    problems.push(`RELEASE_KEY_FILE ${keyFile}: its public half is not among ${join(modelsDir, 'keys')}, so no service would accept what it signs`);
  return problems;
}

async function publicKeys(folder: string): Promise<KeyObject[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.pem'));
  return Promise.all(files.map(async (name) => createPublicKey(await readFile(join(folder, name)))));
}

async function folderProblems({ modelsDir, dataSetsDir }: TrainerConfig): Promise<string[]> {
  const lacks = (path: string, mode: number) =>
    access(path, mode).then(
      () => false,
      () => true,
    );
  return [
    ...((await lacks(modelsDir, constants.R_OK | constants.W_OK))
      ? [`MODELS_DIR ${modelsDir}: is no folder that can be written; it is the one that the service "ai" serves from`]
      : []),
    ...((await lacks(join(dataSetsDir, 'goemotions', 'train.jsonl.gz'), constants.R_OK))
      ? [
          `DATA_SETS_DIR ${dataSetsDir}: has no goemotions/train.jsonl.gz; training/README.md lists the open sets, and the promotion gate needs them too`,
        ]
      : []),
  ];
}

function pythonProblems({ python }: TrainerConfig): string[] {
  const { status, stderr, error } = spawnSync(python, ['-c', NEEDED], { encoding: 'utf8' });
  if (error) return [`TRAINER_PYTHON ${python}: cannot be run (${error.message}); training/README.md says how to make it`];
  if (status === 0) return [];
  return [`TRAINER_PYTHON ${python}: lacks what training needs (${stderr.trim().split('\n').at(-1)}); pip install -r training/requirements.txt`];
}
