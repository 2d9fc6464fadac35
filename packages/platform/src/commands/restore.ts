import { openBackup, verifyBackup } from '../backup/open-backup.ts';
import { restoreBackup } from '../backup/restore-backup.ts';

/** Restores a backup, or only checks it. Resolves with the exit code; throws `BackupError` and `ConfigError`. */
export async function restore(directory: string, { check, erasures: ledger }: { check?: boolean; erasures?: string }): Promise<number> {
  const begin = performance.now();
  const took = () => `${((performance.now() - begin) / 1000).toFixed(1)} s`;
  const say = (text: string) => void process.stderr.write(`  ${text}\n`);
  if (check) {
    const backup = await openBackup(directory, process.env);
    await verifyBackup(backup);
    process.stdout.write(`${backup.path} of ${backup.manifest.createdAt} is whole: ${backup.manifest.parts.length} parts, in ${took()}\n`);
    return 0;
  }
  const { backup, dataDir, before, documents, erasures, models } = await restoreBackup({ env: process.env, directory, erasures: ledger, say });
  process.stdout.write(`Restored ${documents} documents of ${backup.manifest.createdAt} to ${dataDir} in ${took()}. Start it with "npm start".\n`);
  if (ledger) say(`${erasures} customers were erased after this backup: they are erased again as soon as it starts`);
  else say('customers who were erased after this backup are in it; "--erasures FILE" with what "npm run erasures" wrote erases them again');
  if (before) say(`what was there before is in ${before}; delete it when you no longer need it`);
  if (models) say(`the backup's models are not those of this version: set MODELS_DIR=${models} to go on with them`);
  return 0;
}
