import { ConfigError } from '@customerai/service/basics';
import { closeSync, constants, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { finishRestore } from './backup/swap-directories.ts';

/** Creates the data directory (readable by its owner only) and holds it for this process, so that two platforms never write one store. */
export async function openDataDirectory(path: string): Promise<Disposable & { path: string }> {
  const directory = resolve(path);
  try {
    finishRestore(directory);
    makeDirectory(directory);
    await access(directory, constants.W_OK | constants.R_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new ConfigError(
      `The data directory ${directory} cannot be written (${code}). Give this user the right to, or set DATA_DIR to another directory.`,
      { cause: error },
    );
  }
  const lock = join(directory, 'platform.pid');
  takeLock(lock, directory);
  return { path: directory, [Symbol.dispose]: () => rmSync(lock, { force: true }) };
}

/** One level after the other: Node's own recursive form never returns where a file system refuses new entries (/proc). */
function makeDirectory(directory: string): void {
  if (existsSync(directory)) return;
  if (!existsSync(dirname(directory))) makeDirectory(dirname(directory));
  mkdirSync(directory, { mode: 0o700 });
}

function takeLock(lock: string, directory: string): void {
  try {
    const file = openSync(lock, 'wx', 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') {
      throw new ConfigError(
        `The data directory ${directory} cannot be written (${code}). Give this user the right to, or set DATA_DIR to another directory.`,
        { cause: error },
      );
    }
    const holder = Number(readFileSync(lock, 'utf8'));
    if (holder !== process.pid && isAlive(holder)) {
      throw new ConfigError(
        `Another platform (process ${holder}) uses the data directory ${directory}. Stop it first, or set DATA_DIR to another directory.`,
      );
    }
    // Left by a process that was killed.
    rmSync(lock, { force: true });
    takeLock(lock, directory);
  }
}

/** Whether a process of this number runs, anybody's. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
