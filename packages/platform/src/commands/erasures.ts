import { exportErasures } from '../backup/erasures.ts';

/** Writes down whom the platform was asked to erase, for a restore from an older backup. Resolves with the exit code; throws `BackupError` and `ConfigError`. */
export async function erasures(file: string): Promise<number> {
  const count = await exportErasures({ env: process.env, file });
  process.stdout.write(
    `${count} erasures in ${file}: ids of tenants and customers. Keep it apart from the backups, and write it anew after each erasure or as often as backups.\n`,
  );
  return 0;
}
