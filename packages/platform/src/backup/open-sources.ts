import { FILE_NAME, startEmbeddedMongodb } from '@customerai/embedded-mongodb';
import { EVENT_LOG_FILE, type LogPositions, snapshotClosedLog } from '@customerai/events';
import type { Env } from '@customerai/service';
import { type Dump, openDump } from '@customerai/store';
import { copyClosedWarehouse, parseConfig as parseAnalyticsConfig, WAREHOUSE_FILE } from '@customerai/subgraph-analytics';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlatformConfig } from '../config.ts';
import { openDataDirectory } from '../data-directory.ts';
import { listServices } from '../services.ts';
import { BackupError } from './backup-error.ts';
import { DOCUMENTS } from './snapshot.ts';
import { askForSnapshot, type Snapshot } from './snapshot-socket.ts';

/** Everything that goes into a backup, standing still. */
export interface Sources extends AsyncDisposable {
  /** A platform runs and goes on meanwhile. */
  running: boolean;
  documents: Dump;
  /** The embedded MongoDB's file; undefined when the documents are on a server: then they are read from `documents`. */
  documentsFile: string | undefined;
  oneMoment: boolean;
  log: { file: string; positions: LogPositions } | undefined;
  warehouse: string | undefined;
}

/** Opens the data of a running or a stopped platform for reading. Throws `BackupError` or `ConfigError`. */
export async function openSources(env: Env, config: PlatformConfig, dataDir: string): Promise<Sources> {
  await using stack = new AsyncDisposableStack();
  const live = await askForSnapshot(dataDir);
  if (live) stack.use(live);
  if (!live && !config.mongoUrl && !existsSync(dataDir))
    throw new BackupError(`There is nothing to back up in ${dataDir}. Set DATA_DIR to the platform's data directory.`);
  const still: Snapshot = live ?? stack.use(await holdStill(env, config, dataDir));
  const { directory } = still;
  const { documents, log } = still.content;

  if (!documents && !config.mongoUrl)
    throw new BackupError('The running platform keeps its documents on a MongoDB server. Set MONGO_URL to it, as for the platform.');
  const url = documents ? stack.use(await startEmbeddedMongodb({ directory: join(directory, DOCUMENTS) })).url : config.mongoUrl!;
  const dump = stack.use(
    await openDump(
      url,
      listServices().map(({ name }) => name),
    ),
  );
  const present = (name: string) => (existsSync(join(directory, name)) ? join(directory, name) : undefined);
  const logFile = present(EVENT_LOG_FILE);
  const owned = stack.move();
  return {
    running: live !== undefined,
    documents: dump,
    documentsFile: documents ? join(directory, DOCUMENTS, FILE_NAME) : undefined,
    oneMoment: documents || dump.oneMoment,
    log: log && logFile ? { file: logFile, positions: log } : undefined,
    warehouse: present(WAREHOUSE_FILE),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Holds the data directory of a stopped platform, so that none starts meanwhile, and makes the same copies as a running one would. */
async function holdStill(env: Env, config: PlatformConfig, dataDir: string): Promise<Snapshot> {
  await using stack = new AsyncDisposableStack();
  stack.use(await openDataDirectory(dataDir));
  const directory = join(dataDir, '.snapshot');
  const clear = () => rm(directory, { recursive: true, force: true });
  await clear();
  stack.defer(clear);
  await mkdir(directory, { mode: 0o700 });
  const log = (await snapshotClosedLog(join(dataDir, 'events'), join(directory, EVENT_LOG_FILE))) ?? null;
  await copyClosedWarehouse(parseAnalyticsConfig(env).warehouse.path ?? join(dataDir, WAREHOUSE_FILE), join(directory, WAREHOUSE_FILE));
  if (!config.mongoUrl) {
    await using documents = await startEmbeddedMongodb({ directory: join(dataDir, DOCUMENTS) });
    await documents.snapshot(join(directory, DOCUMENTS));
  }
  const owned = stack.move();
  const content = { documents: config.mongoUrl === undefined, log };
  return { directory, content, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
