import { ConfigError } from '@customerai/service/basics';
import type { AuthService } from '@customerai/subgraph-auth';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const LIFETIME_SECONDS = 15 * 60;
const RENEW_MS = 5 * 60_000;

export interface Operator {
  url: string;
  token: string;
}

const fileOf = (directory: string) => join(directory, 'operator.json');

/**
 * Keeps `operator.json` in the data directory: the address of the running platform and a short-lived token, so that the commands of a second shell
 * need no password. Only the owner can read it; who can read it can read the store as well.
 */
export async function keepOperatorFile(directory: string, url: string, auth: Pick<AuthService, 'issueOperatorToken'>): Promise<AsyncDisposable> {
  const file = fileOf(directory);
  const write = async () => {
    const token = await auth.issueOperatorToken({ lifetimeSeconds: LIFETIME_SECONDS });
    await writeFile(`${file}.new`, JSON.stringify({ url, token } satisfies Operator), { mode: 0o600 });
    await rename(`${file}.new`, file);
  };
  await write();
  const timer = setInterval(() => void write().catch(() => {}), RENEW_MS);
  timer.unref();
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await rm(file, { force: true });
    },
  };
}

/** Reads where the platform of this data directory runs. Throws `ConfigError` when none does. */
export async function readOperator(directory: string): Promise<Operator> {
  try {
    return JSON.parse(await readFile(fileOf(resolve(directory)), 'utf8')) as Operator;
  } catch (error) {
    throw new ConfigError(
      `No platform runs on the data directory ${resolve(directory)}. Start one with "npm start" in another shell, or set DATA_DIR to its directory.`,
      { cause: error },
    );
  }
}
