import type { Env } from '@customerai/service/basics';
import { decodeDocument, type Load } from '@customerai/store';
import { type ErasureEntry, repeatErasure, REQUESTS } from '@customerai/subgraph-privacy';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { parseConfig } from '../config.ts';
import { BackupError } from './backup-error.ts';
import { openSources } from './open-sources.ts';

const entry = z.object({
  id: z.uuidv7(),
  tenant: z.string().min(1),
  customerId: z.string().min(1),
  requestedBy: z.string().min(1),
  requestedAt: z.coerce.date(),
});

/** Writes every erasure that any tenant ever asked for into a file, one JSON object a line; the platform runs on, or is stopped. Resolves with their number. */
export async function exportErasures({ env, file }: { env: Env; file: string }): Promise<number> {
  const config = parseConfig(env);
  await using sources = await openSources(env, config, resolve(config.dataDir));
  const lines: string[] = [];
  for await (const document of sources.documents.read(REQUESTS)) {
    const { _id: id, kind, ...fields } = decodeDocument(document);
    if (kind === 'ERASURE') lines.push(`${JSON.stringify(entry.parse({ id, ...fields }))}\n`);
  }
  await writeFile(`${file}.new`, lines.join(''), { mode: 0o600 });
  await rename(`${file}.new`, file); // the one before is there until this one is whole
  return lines.length;
}

/** Throws `BackupError` with the number of a line that is none. */
export async function readErasures(file: string): Promise<ErasureEntry[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(`${file} cannot be read (${error.code}).`, { cause: error });
  });
  return text.split('\n').flatMap((line, index) => {
    if (line === '') return [];
    try {
      return [entry.parse(JSON.parse(line))];
    } catch (error) {
      throw new BackupError(`Line ${index + 1} of ${file} is no erasure: write the file with "npm run erasures".`, { cause: error });
    }
  });
}

/** Has the erasures that a restored store knows nothing of done once more, as soon as the platform starts. Resolves with how many those are. */
export const repeatErasures = (load: Load, erasures: readonly ErasureEntry[]): Promise<number> =>
  load.add(
    REQUESTS,
    erasures.map((erasure) => repeatErasure(erasure, new Date())),
  );
