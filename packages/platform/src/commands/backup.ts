import { createBackup } from '../backup/create-backup.ts';
import { writeNewKey } from '../backup/backup-key.ts';

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Makes a backup, or only a key for backups. Resolves with the exit code; throws `BackupError` and `ConfigError`. */
export async function backup(directory: string | undefined, { keep, newKey }: { keep?: number; newKey?: string }): Promise<number> {
  if (newKey) {
    const recipient = await writeNewKey(newKey);
    process.stdout.write(
      `${newKey} opens every backup that is made with it: keep a copy away from the backups. Set BACKUP_KEY_FILE=${newKey}.\n` +
        `A machine that only makes backups can do with BACKUP_KEY=${recipient}\n`,
    );
    if (!directory) return 0;
  }
  if (!directory) {
    process.stderr.write('Say where backups are kept: npm run backup -- DIR\n');
    return 2;
  }
  const begin = performance.now();
  const env = newKey ? { ...process.env, BACKUP_KEY_FILE: newKey } : process.env;
  const { path, manifest } = await createBackup({ env, directory, keep, say: (text) => process.stderr.write(`  ${text}\n`) });
  const [content, stored] = [manifest.parts.map((part) => part.content.bytes), manifest.parts.map(({ bytes }) => bytes)].map((sizes) =>
    sizes.reduce((sum, size) => sum + size, 0),
  ) as [number, number];
  process.stdout.write(
    `${path}: ${manifest.parts.length} parts, ${megabytes(content)}, encrypted ${megabytes(stored)}, in ${((performance.now() - begin) / 1000).toFixed(1)} s\n`,
  );
  if (!manifest.oneMoment)
    process.stderr.write(
      '  The MongoDB is no replica set: its collections were read one after the other, while the platform may have written to them.\n',
    );
  if (!manifest.log)
    process.stderr.write('  The event log is not embedded and not in the backup: the outboxes fill it again with the last 7 days.\n');
  if (!manifest.parts.some(({ kind }) => kind === 'warehouse'))
    process.stderr.write('  The warehouse could not be reached: it will be filled again with the events of the last 7 days.\n');
  return 0;
}
