import type { Clock } from '@customerai/service';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportLink } from '../domain/exports.ts';

const SWEEP_EVERY_MS = 60_000;
const PART = '.part';

/** Exported files, each called `<when it expires, in ms>-<hash of the tenant>-<name>`. They are readable by nobody else on the machine, and go when they have expired. */
export interface ExportFolder extends AsyncDisposable {
  /** Makes a file: `write` gets a path for it. It is there when it is complete, or not at all. */
  create(link: ExportLink, write: (path: string) => Promise<number>): Promise<number>;
  /** At most `length` bytes from `offset`, and how many the file has; undefined when there is no such file. */
  read(link: ExportLink, offset: number, length: number): Promise<{ bytes: Buffer; size: number } | undefined>;
  /** Removes what has expired. */
  sweep(): Promise<void>;
  /** Removes every file of a tenant. */
  removeOf(tenant: string): Promise<void>;
}

/** `dataDir` undefined: a folder that goes with the process. */
export async function openExportFolder(dataDir: string | undefined, clock: Clock): Promise<ExportFolder> {
  const folder = dataDir === undefined ? await mkdtemp(join(tmpdir(), 'customerai-exports-')) : join(dataDir, 'exports');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);

  const owner = (tenant: string) => `-${createHash('sha256').update(tenant).digest('hex').slice(0, 16)}-`;
  const pathOf = ({ tenant, file, expires }: ExportLink) => join(folder, `${expires}${owner(tenant)}${file}`);
  async function remove(which: (name: string) => boolean): Promise<void> {
    await Promise.all((await readdir(folder)).filter(which).map((name) => rm(join(folder, name), { force: true })));
  }
  async function sweep(): Promise<void> {
    const now = clock().getTime();
    await remove((name) => !(Number.parseInt(name) > now));
  }

  await remove((name) => name.endsWith(PART)); // of a process that was killed
  await sweep();
  const timer = setInterval(() => void sweep().catch(() => {}), SWEEP_EVERY_MS).unref(); // what could not be removed is tried again
  return {
    sweep,
    removeOf: (tenant) => remove((name) => name.includes(owner(tenant))),
    create: async (link, write) => {
      const path = pathOf(link);
      const part = `${path}${PART}`;
      try {
        const rows = await write(part);
        await chmod(part, 0o600);
        await rename(part, path);
        return rows;
      } finally {
        await rm(part, { force: true });
      }
    },
    read: async (link, offset, length) => {
      let file;
      try {
        file = await open(pathOf(link));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
      try {
        const { size } = await file.stat();
        const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
        const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
        return { bytes: bytes.subarray(0, bytesRead), size };
      } finally {
        await file.close();
      }
    },
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
