import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BackupError } from './backup-error.ts';

/** In a side directory that holds everything: from here on a restore is only finished, never undone. */
const WHOLE = '.restored';

/** Where a restore builds: beside the data directory, on the same disk, under a name that a later start finds. */
export const sideDirectoryOf = (dataDir: string): string => `${dataDir}.restoring`;

export const markWhole = (side: string): void => writeFileSync(join(side, WHOLE), '', { flush: true });

/**
 * Gives the side directory the data directory's name. Two renames: when the process ends between them, the next start does the second.
 * @returns the name under which the old data is kept; undefined when `keep` is false, as there was none
 */
export function swapDirectories(dataDir: string, keep: boolean): string | undefined {
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  let before = `${dataDir}.before-restore-${time}Z`;
  for (let next = 2; existsSync(before); next++) before = `${dataDir}.before-restore-${time}Z-${next}`;
  try {
    renameSync(dataDir, before);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BackupError(
      `${dataDir} cannot be renamed (${code}). If it is where a volume is mounted, set DATA_DIR to a directory inside the volume. Your data is as it was.`,
      { cause: error },
    );
  }
  rmSync(join(before, 'platform.pid'), { force: true });
  finishRestore(dataDir);
  if (keep) return before;
  rmSync(before, { recursive: true });
  return undefined;
}

/** Does the second rename of a restore that was cut off between its two. Nothing to do in every other case. */
export function finishRestore(dataDir: string): void {
  const side = sideDirectoryOf(dataDir);
  if (existsSync(dataDir) || !existsSync(join(side, WHOLE))) return;
  renameSync(side, dataDir);
  rmSync(join(dataDir, WHOLE), { force: true });
}
