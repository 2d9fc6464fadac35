import { access } from 'node:fs/promises';
import { openDatabase } from './open-database.ts';

/** Copies a warehouse that no process has open into a new file. False when there is none. Throws `ConfigError` when one has, or it is damaged. */
export async function copyClosedWarehouse(path: string, target: string): Promise<boolean> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return false;
  await using database = await openDatabase({ path, threads: 1, memory: '256MB' });
  await database.copyTo(target);
  return true;
}
