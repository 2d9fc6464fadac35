import { startEmbeddedMongodb } from '@customerai/embedded-mongodb';
import { EVENT_LOG_FILE, readLogPositions } from '@customerai/events';
import { ConfigError, type Env } from '@customerai/service/basics';
import { openLoad } from '@customerai/store';
import { parseConfig as parseAiConfig } from '@customerai/subgraph-ai';
import { parseConfig as parseAnalyticsConfig } from '@customerai/subgraph-analytics';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseConfig } from '../config.ts';
import { openDataDirectory } from '../data-directory.ts';
import { BackupError } from './backup-error.ts';
import { readErasures, repeatErasures } from './erasures.ts';
import { type OpenedBackup, openBackup, verifyBackup } from './open-backup.ts';
import { refuseOccupied, restoreDocuments } from './restore-documents.ts';
import { missingModels, writeFileOf } from './restored-files.ts';
import { isRunning } from './snapshot-socket.ts';
import { DOCUMENTS } from './snapshot.ts';
import { markWhole, sideDirectoryOf, swapDirectories } from './swap-directories.ts';

export interface RestoreOptions {
  env: Env;
  /** A backup, or a directory of backups: then its newest. */
  directory: string;
  /** What `exportErasures` wrote: customers who were erased after the backup are erased again. */
  erasures?: string;
  say?(text: string): void;
}

export interface Restored {
  backup: OpenedBackup;
  dataDir: string;
  /** Where the data is that was there before; undefined when there was none. */
  before: string | undefined;
  documents: number;
  /** Erasures that the backup knew nothing of. */
  erasures: number;
  /** Where the backup's models are, when they are not those that this platform has. */
  models: string | undefined;
}

/**
 * Puts a backup in the place of the data directory's contents. Everything is opened, checked and built beside it first; only then the directories
 * change names, and the old one is kept. Whatever fails before leaves the data as it is. Throws `BackupError` or `ConfigError`.
 */
export async function restoreBackup({ env, directory, erasures: ledger, say = () => {} }: RestoreOptions): Promise<Restored> {
  const config = parseConfig(env);
  const dataDir = resolve(config.dataDir);
  if (parseAnalyticsConfig(env).warehouse.path)
    throw new ConfigError('WAREHOUSE_PATH is set. Restore without it; afterwards move warehouse.duckdb out of the data directory to where it says.');
  if (await isRunning(dataDir)) throw new BackupError(`A platform runs on ${dataDir}. Stop it first.`);
  const erasures = ledger === undefined ? [] : await readErasures(ledger);
  const backup = await openBackup(directory, env);
  const { manifest } = backup;
  say(`the backup ${backup.path} of ${manifest.createdAt} is complete and the key fits`);

  await using stack = new AsyncDisposableStack();
  const wasThere = existsSync(dataDir);
  stack.use(await openDataDirectory(dataDir)); // held: nobody starts on it meanwhile
  let swapped = false;
  if (!wasThere) stack.defer(() => (swapped ? undefined : rm(dataDir, { recursive: true, force: true })));
  const server = config.mongoUrl ? stack.use(await openLoad(config.mongoUrl)) : undefined;
  if (server) {
    await refuseOccupied(server, manifest);
    say('reading all of it once, before the MongoDB server gets anything');
    await verifyBackup(backup);
  }

  const side = sideDirectoryOf(dataDir);
  await rm(side, { recursive: true, force: true });
  await mkdir(side, { recursive: true, mode: 0o700 });
  try {
    const kept = await missingModels(manifest.parts, parseAiConfig(env).modelsDir);
    for (const part of manifest.parts) await writeFileOf(part, side, kept, backup.read);
    checkLog(side, backup);
    const documents = await restoreDocuments(backup, join(side, DOCUMENTS), server);
    const repeated = server ? await repeatErasures(server, erasures) : await repeatIn(join(side, DOCUMENTS), erasures);
    say(`${documents} documents, ${manifest.parts.length} parts: each is what was written`);
    markWhole(side);
    const before = swapDirectories(dataDir, wasThere);
    swapped = true;
    return { backup, dataDir, before, documents, erasures: repeated, models: kept.size > 0 ? join(dataDir, 'models') : undefined };
  } catch (error) {
    await rm(side, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw new BackupError(`The disk of ${dirname(dataDir)} is full. Your data is as it was.`, { cause: error });
    throw error;
  }
}

async function repeatIn(directory: string, erasures: Parameters<typeof repeatErasures>[1]): Promise<number> {
  if (erasures.length === 0) return 0;
  await using embedded = await startEmbeddedMongodb({ directory });
  await using load = await openLoad(embedded.url);
  return await repeatErasures(load, erasures);
}

function checkLog(side: string, { manifest }: OpenedBackup): void {
  if (!manifest.log) return;
  const { lastSequence } = readLogPositions(join(side, 'events', EVENT_LOG_FILE));
  if (lastSequence !== manifest.log.lastSequence)
    throw new BackupError(`The event log of the backup ends at ${lastSequence}, its manifest says ${manifest.log.lastSequence}. Use another copy.`);
}
