import { ConfigError, type Env, parseEnv } from '@customerai/service/basics';
import { join } from 'node:path';
import { z } from 'zod';
import { repositoryRoot } from '../config.ts';

const inRepository = (...path: string[]) => join(repositoryRoot, ...path);

const shape = {
  DATA_DIR: z.string().default('.data'),
  TRAINER_URL: z
    .string()
    .regex(/^https?:\/\/[^/]+\/?$/, 'must be the address of a gateway, such as https://insights.example.com')
    .optional(),
  TRAINER_CLIENT_ID: z.string().optional(),
  TRAINER_CLIENT_SECRET: z.string().optional(),
  TRAINER_PYTHON: z.string().default(inRepository('training', '.venv', 'bin', 'python')),
  TRAINER_WORK_DIR: z.string().default(inRepository('artifacts', 'trainer')),
  TRAINER_POLL_SECONDS: z.coerce.number().min(0.05).max(3_600).default(5),
  TRAINER_KILL_SECONDS: z.coerce.number().min(0.1).max(600).default(20),
  RELEASE_KEY_FILE: z.string('is needed: the private half of the release key, which signs what is made'),
  MODELS_DIR: z.string().default(inRepository('models')),
  DATA_SETS_DIR: z.string().default(inRepository('..', 'shared', 'data')),
};

export type TrainerConfig = ReturnType<typeof parseTrainerConfig>;

/** docs/models.md says what each variable means and why its default is what it is. Throws `ConfigError` with every problem. */
export function parseTrainerConfig(env: Env) {
  const config = parseEnv(shape, env);
  const { TRAINER_URL: url, TRAINER_CLIENT_ID: id, TRAINER_CLIENT_SECRET: secret } = config;
  if ([url, id, secret].some((one) => one !== undefined) && !(url && id && secret))
    throw new ConfigError('The configuration has a problem:\n  TRAINER_URL, TRAINER_CLIENT_ID and TRAINER_CLIENT_SECRET: are needed together');
  return Object.freeze({
    /** Another machine's platform, and the API client that asks it; absent: the platform that runs on `dataDir`. */
    remote: url && id && secret ? { url: url.replace(/\/$/, ''), id, secret } : undefined,
    dataDir: config.DATA_DIR,
    python: config.TRAINER_PYTHON,
    workDir: config.TRAINER_WORK_DIR,
    pollMs: config.TRAINER_POLL_SECONDS * 1000,
    killMs: config.TRAINER_KILL_SECONDS * 1000,
    keyFile: config.RELEASE_KEY_FILE,
    modelsDir: config.MODELS_DIR,
    dataSetsDir: config.DATA_SETS_DIR,
  });
}
