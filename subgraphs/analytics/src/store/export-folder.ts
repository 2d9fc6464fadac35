import type { Clock } from '@customerai/service';
import { chmod, mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SWEEP_EVERY_MS = 60_000;
const PART = '.part';

/** Exported files, each called `<when it expires, in ms>-<name>`. They are readable by nobody else on the machine, and go when they have expired. */
export interface ExportFolder extends AsyncDisposable {
  /** Makes a file: `write` gets a path for it. It is there when it is complete, or not at all. */
  create(name: string, write: (path: string) => Promise<number>): Promise<number>;
  /** At most `length` bytes from `offset`, and how many the file has; undefined when there is no such file. */
  read(name: string, offset: number, length: number): Promise<{ bytes: Buffer; size: number } | undefined>;
  /** Removes what has expired. */
  sweep(): Promise<void>;
}

/** `dataDir` undefined: a folder that goes with the process. */
export async function openExportFolder(dataDir: string | undefined, clock: Clock): Promise<ExportFolder> {
  const folder = dataDir === undefined ? await mkdtemp(join(tmpdir(), 'customerai-exports-')) : join(dataDir, 'exports');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);

  async function sweep(): Promise<void> {
    const now = clock().getTime();
    const expired = (await readdir(folder)).filter((name) => !(Number.parseInt(name) > now));
    await Promise.all(expired.map((name) => rm(join(folder, name), { force: true })));
  }

  for (const name of await readdir(folder)) if (name.endsWith(PART)) await rm(join(folder, name), { force: true }); // of a process that was killed
  await sweep();
  const timer = setInterval(() => void sweep().catch(() => {}), SWEEP_EVERY_MS).unref(); // what could not be removed is tried again
  return {
    sweep,
    create: async (name, write) => {
      const [path, part] = [join(folder, name), join(folder, `${name}${PART}`)];
      try {
        const rows = await write(part);
        await chmod(part, 0o600);
        await rename(part, path);
        return rows;
      } finally {
        await rm(part, { force: true });
      }
    },
    read: async (name, offset, length) => {
      let file;
      try {
        file = await open(join(folder, name));
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
