import type { Env } from '@customerai/service';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BackupError } from './backup-error.ts';
import { type BackupKey, keyOf, readBackupKey } from './backup-key.ts';
import { NAME } from './create-backup.ts';
import { KEY_FILE, type Manifest, MANIFEST_FILE, parseManifest, type Part, SEALED_MANIFEST_FILE } from './manifest.ts';
import { checkSize, readPart } from './part-file.ts';

export interface OpenedBackup {
  path: string;
  manifest: Manifest;
  /** Opens a part. Throws `BackupError` at the latest before its last bytes when it is not what was written. */
  read(part: Part): AsyncGenerator<Uint8Array>;
}

/**
 * Opens a backup, or the newest of a directory of backups, with the key of the environment. Throws `BackupError` for one that is missing, incomplete,
 * changed, of another format, or closed with another key.
 */
export async function openBackup(directory: string, env: Env): Promise<OpenedBackup> {
  const path = await findBackup(resolve(directory));
  const file = (name: string) =>
    readFile(join(path, name)).catch((error: NodeJS.ErrnoException) => {
      throw new BackupError(`The backup ${path} is incomplete: ${name} is missing (${error.code}). Use another copy of it.`, { cause: error });
    });
  const clear = await file(MANIFEST_FILE);
  const manifest = parseManifest(clear, join(path, MANIFEST_FILE));
  const open = async (name: string, key: BackupKey) => {
    const sealed = await file(name);
    try {
      return await key.open(sealed);
    } catch (error) {
      if (error instanceof BackupError) throw error;
      // age says "no identity matched" for another key, and something else for a damaged file.
      const wrongKey = /no identity matched|passphrase|incorrect/i.test((error as Error).message);
      throw new BackupError(
        wrongKey
          ? `The key does not open the backup ${path}. Set the key that was set when it was made (BACKUP_KEY_FILE, BACKUP_KEY or BACKUP_PASSPHRASE).`
          : `${name} of the backup ${path} is damaged. Use another copy of it.`,
        { cause: error },
      );
    }
  };
  const identity = await open(KEY_FILE, await readBackupKey(env));
  if ((await open(SEALED_MANIFEST_FILE, await keyOf(identity))) !== clear.toString('utf8'))
    throw new BackupError(`The manifest of the backup ${path} was changed after it was made. Use another copy of it.`);
  for (const part of manifest.parts) await checkSize(path, part);
  return { path, manifest, read: (part) => readPart(path, part, identity) };
}

async function findBackup(directory: string): Promise<string> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(`There is no backup at ${directory} (${error.code}).`, { cause: error });
  });
  if (names.includes(MANIFEST_FILE)) return directory;
  const newest = names
    .filter((name) => NAME.test(name))
    .toSorted()
    .at(-1);
  if (!newest) throw new BackupError(`${directory} holds no backup: neither a ${MANIFEST_FILE} nor a folder like backup-2026-01-31T12-00-00Z.`);
  return join(directory, newest);
}

/** Reads everything and keeps nothing. Throws `BackupError` for the first part that is not what was written. */
export async function verifyBackup({ manifest, read }: OpenedBackup): Promise<void> {
  for (const part of manifest.parts) for await (const _ of read(part));
}
