import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * Not files of the data directory to copy as they are: parts of their own (documents, event log, warehouse), what belongs to a running process,
 * logs, and what Redis and NATS keep (cache and transport: rebuilt).
 */
const LEFT_OUT = [
  /^(mongodb|events|logs|redis|nats)(\/|$)/,
  /^warehouse\.duckdb(\.\w+)?(\/|$)/,
  /^(platform\.pid|operator\.json|control\.json|servers\.json)(\.new)?$/,
  /^\.snapshot(\/|$)/,
];

export interface DataFile {
  /** Below its folder, with `/`. */
  path: string;
  absolute: string;
}

/** Files below a folder, by path; none when there is no folder. */
export async function listFiles(folder: string, leftOut: readonly RegExp[] = []): Promise<DataFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((absolute) => ({ absolute, path: relative(folder, absolute).replaceAll('\\', '/') }))
    .filter(({ path }) => !leftOut.some((pattern) => pattern.test(path)))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** What a data directory keeps besides documents, events and warehouse: keys, models, progress of ingests. */
export const listDataFiles = (dataDir: string): Promise<DataFile[]> => listFiles(dataDir, LEFT_OUT);

/** The bytes of a file; undefined when it is gone. */
export async function readIfThere(path: string): Promise<AsyncIterable<Uint8Array> | undefined> {
  return (await stat(path).catch(() => undefined))?.isFile() ? createReadStream(path, { highWaterMark: 256 * 1024 }) : undefined;
}
