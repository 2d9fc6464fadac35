import { startEmbeddedMongodb } from '@customerai/embedded-mongodb';
import { type Load, openDump, openLoad } from '@customerai/store';
import { rm } from 'node:fs/promises';
import { BackupError } from './backup-error.ts';
import type { Manifest } from './manifest.ts';
import type { OpenedBackup } from './open-backup.ts';

/** Databases with documents in the backup. */
const databasesOf = ({ parts }: Manifest): string[] => [
  ...new Set(
    parts.flatMap((part) =>
      part.kind === 'collection' ? [part.database] : part.kind === 'documents' ? part.counts.map(({ database }) => database) : [],
    ),
  ),
];

/** Throws `BackupError` when the server holds any database of the backup. */
export async function refuseOccupied(server: Load, manifest: Manifest): Promise<void> {
  const occupied = await server.occupied(databasesOf(manifest));
  if (occupied.length === 0) return;
  throw new BackupError(
    `The MongoDB of MONGO_URL holds data already (databases ${occupied.join(', ')}). Restoring never overwrites a server: name an empty one, or drop those databases yourself first.`,
  );
}

/**
 * Puts the backup's documents into the embedded MongoDB of `directory`, where its file is already when the backup has one, or onto an empty server. So
 * a backup also moves a platform from the one to the other. Resolves with the number of documents; what a server got by a failure is dropped again.
 */
export async function restoreDocuments(backup: OpenedBackup, directory: string, server: Load | undefined): Promise<number> {
  const { manifest } = backup;
  const whole = manifest.parts.find((part) => part.kind === 'documents');
  if (!server) {
    await using embedded = await startEmbeddedMongodb({ directory });
    if (whole) return await countAll(embedded.url, whole.counts);
    await using load = await openLoad(embedded.url);
    return await loadCollections(load, backup);
  }
  try {
    return whole ? await moveToServer(directory, server, whole.counts) : await loadCollections(server, backup);
  } catch (error) {
    await server.drop(databasesOf(manifest)).catch(() => {});
    throw error;
  }
}

type Counts = readonly { database: string; name: string; documents: number }[];

async function countAll(url: string, counts: Counts): Promise<number> {
  await using dump = await openDump(url, []);
  for (const expected of counts) checkCount(`${expected.database}.${expected.name}`, await dump.count(expected), expected.documents);
  return counts.reduce((sum, { documents }) => sum + documents, 0);
}

async function moveToServer(directory: string, server: Load, counts: Counts): Promise<number> {
  let total = 0;
  {
    await using embedded = await startEmbeddedMongodb({ directory });
    await using dump = await openDump(embedded.url, [...new Set(counts.map(({ database }) => database))]);
    for (const collection of dump.collections) total += await server.write(collection, dump.read(collection));
  }
  const expected = counts.reduce((sum, { documents }) => sum + documents, 0);
  checkCount('The documents', total, expected);
  await rm(directory, { recursive: true });
  return total;
}

async function loadCollections(load: Load, { manifest, read }: OpenedBackup): Promise<number> {
  let total = 0;
  for (const part of manifest.parts) {
    if (part.kind !== 'collection') continue;
    const { database, name, indexes } = part;
    const count = await load.write({ database, name, indexes }, read(part));
    checkCount(`${database}.${name}`, count, part.documents);
    total += count;
  }
  return total;
}

function checkCount(what: string, found: number, expected: number): void {
  if (found !== expected)
    throw new BackupError(`${what} of the backup: ${found} documents, ${expected} were written. Use another copy of the backup.`);
}
