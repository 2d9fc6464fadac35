import type { Env } from '@customerai/service';
import { parseConfig as parseAiConfig } from '@customerai/subgraph-ai';
import { generateX25519Identity } from 'age-encryption';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseConfig, repositoryRoot } from '../config.ts';
import { BackupError } from './backup-error.ts';
import { keyOf, readBackupKey } from './backup-key.ts';
import { listDataFiles, listFiles, readIfThere } from './data-files.ts';
import { FORMAT, KEY_FILE, type Manifest, MANIFEST_FILE, type Part, SEALED_MANIFEST_FILE, VERSION } from './manifest.ts';
import { openSources, type Sources } from './open-sources.ts';
import { writePart } from './part-file.ts';

export const NAME = /^backup-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(-\d+)?$/;

export interface BackupOptions {
  env: Env;
  /** Where backups are kept; each makes a folder of its own in it. */
  directory: string;
  /** Deletes all but this many of the newest backups there, once the new one is whole. Absent: keeps all. */
  keep?: number;
  /** Hears what is done, in words. */
  say?(text: string): void;
}

/**
 * Backs up the platform of the data directory, running or stopped. A backup appears in its place only when it is whole.
 * Throws `BackupError` or `ConfigError`; what was written by then is deleted.
 */
export async function createBackup({ env, directory, keep, say = () => {} }: BackupOptions): Promise<{ path: string; manifest: Manifest }> {
  const key = await readBackupKey(env);
  const config = parseConfig(env);
  const dataDir = resolve(config.dataDir);
  const target = resolve(directory);
  if (`${target}/`.startsWith(`${dataDir}/`))
    throw new BackupError(`${target} is inside the data directory, and would be lost with it. Name a directory on another disk.`);

  const createdAt = new Date();
  await using sources = await openSources(env, config, dataDir);
  say(sources.running ? 'the platform runs: copied its data as of one moment' : 'no platform runs: its data directory is held meanwhile');
  const unfinished = join(target, `.unfinished-${process.pid}`);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(`Backups cannot be written to ${target} (${error.code}).`, { cause: error });
  });
  try {
    const identity = await generateX25519Identity();
    const parts: Part[] = [];
    const add: AddPart = async (file, source, what) => {
      const name = `${String(parts.length).padStart(3, '0')}-${file.replaceAll(/[^\w.-]/g, '=')}.zst.age`;
      const sums = await writePart(join(unfinished, name), source, identity);
      parts.push({ file: name, ...sums, ...what() } as Part);
    };
    if (sources.log) await add('events.sqlite', (await readIfThere(sources.log.file))!, () => ({ kind: 'log' }));
    if (sources.warehouse) await add('warehouse.duckdb', (await readIfThere(sources.warehouse))!, () => ({ kind: 'warehouse' }));
    say(`${await addDocuments(sources, add)} documents of ${sources.documents.collections.length} collections`);
    const files = (await listDataFiles(dataDir)).map((file) => ({ ...file, kind: 'file' as const }));
    const models = (await listFiles(parseAiConfig(env).modelsDir)).map((file) => ({ ...file, kind: 'model' as const }));
    for (const { kind, path, absolute } of [...files, ...models]) {
      const source = await readIfThere(absolute);
      if (source) await add(basename(path), source, () => ({ kind, path }));
    }

    const { version } = JSON.parse(await readFile(join(repositoryRoot, 'package.json'), 'utf8')) as { version: string };
    const manifest: Manifest = {
      format: FORMAT,
      version: VERSION,
      createdAt: createdAt.toISOString(),
      platform: { version, node: process.versions.node },
      oneMoment: sources.oneMoment,
      log: sources.log?.positions ?? null,
      parts,
    };
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    await writeFile(join(unfinished, KEY_FILE), await key.seal(identity), { mode: 0o600 });
    await writeFile(join(unfinished, SEALED_MANIFEST_FILE), await (await keyOf(identity)).seal(text), { mode: 0o600 });
    await writeFile(join(unfinished, MANIFEST_FILE), text, { mode: 0o600, flush: true });
    const path = await place(unfinished, target, createdAt);
    if (keep !== undefined) await prune(target, keep, say);
    return { path, manifest };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC')
      throw new BackupError(`The disk of ${target} or of ${dataDir} is full; nothing was kept of this backup.`, { cause: error });
    throw error;
  }
}

type AddPart = (file: string, source: AsyncIterable<Uint8Array>, what: () => { kind: Part['kind'] } & object) => Promise<void>;

/** The embedded MongoDB's file as it is, which restores fastest; from a server, each collection. Returns the number of documents. */
async function addDocuments({ documents, documentsFile }: Sources, add: AddPart): Promise<number> {
  let total = 0;
  if (documentsFile) {
    const counts: { database: string; name: string; documents: number }[] = [];
    for (const { database, name } of documents.collections) counts.push({ database, name, documents: await documents.count({ database, name }) });
    await add('documents.sqlite', (await readIfThere(documentsFile))!, () => ({ kind: 'documents', counts }));
    return counts.reduce((sum, { documents }) => sum + documents, 0);
  }
  for (const collection of documents.collections) {
    let count = 0;
    const counted = async function* () {
      for await (const document of documents.read(collection)) {
        count++;
        yield document;
      }
    };
    await add(`${collection.database}.${collection.name}.bson`, counted(), () => ({ kind: 'collection', ...collection, documents: count }));
    total += count;
  }
  return total;
}

/** Gives the whole backup its name, by the time at which it began. */
async function place(unfinished: string, target: string, createdAt: Date): Promise<string> {
  const name = `backup-${createdAt.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  const taken = await readdir(target);
  let free = name;
  for (let next = 2; taken.includes(free); next++) free = `${name}-${next}`;
  await rename(unfinished, join(target, free));
  return join(target, free);
}

async function prune(target: string, keep: number, say: (text: string) => void): Promise<void> {
  const old = (await readdir(target))
    .filter((name) => NAME.test(name))
    .toSorted()
    .slice(0, -keep);
  for (const name of old) await rm(join(target, name), { recursive: true });
  if (old.length > 0) say(`deleted ${old.length} older ${old.length === 1 ? 'backup' : 'backups'}, kept ${keep}`);
}
