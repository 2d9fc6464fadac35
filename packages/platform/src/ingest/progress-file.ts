import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where reading a file stands: every row up to `line` was accepted or reported. */
export interface IngestProgress {
  line: number;
  accepted: number;
  refused: number;
}

/** The digest of a file's bytes: the same file under another name is the same file. */
export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex').slice(0, 16);
}

export function openProgress(dataDir: string, fileId: string) {
  const directory = join(dataDir, 'ingest');
  const file = join(directory, `${fileId}.json`);
  return {
    read: async (): Promise<IngestProgress> => {
      try {
        return JSON.parse(await readFile(file, 'utf8')) as IngestProgress;
      } catch {
        return { line: 0, accepted: 0, refused: 0 };
      }
    },
    write: async (progress: IngestProgress): Promise<void> => {
      await mkdir(directory, { recursive: true });
      await writeFile(`${file}.new`, JSON.stringify(progress));
      await rename(`${file}.new`, file);
    },
  };
}
