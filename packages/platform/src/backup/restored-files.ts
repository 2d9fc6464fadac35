import { FILE_NAME } from '@customerai/embedded-mongodb';
import { EVENT_LOG_FILE } from '@customerai/events';
import { WAREHOUSE_FILE } from '@customerai/subgraph-analytics';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Part } from './manifest.ts';
import { DOCUMENTS } from './snapshot.ts';

/** The models of the backup that this platform does not have byte for byte. When one is missing, all are: they belong together. */
export async function missingModels(parts: readonly Part[], modelsDir: string): Promise<Set<Part>> {
  const models = parts.filter((part) => part.kind === 'model');
  for (const part of models) if ((await sha256Of(join(modelsDir, part.path))) !== part.content.sha256) return new Set(models);
  return new Set();
}

async function sha256Of(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}

/** Where a part lies below a data directory; undefined for what is not a file of it. */
function placeOf(part: Part): string | undefined {
  switch (part.kind) {
    case 'log':
      return join('events', EVENT_LOG_FILE);
    case 'warehouse':
      return WAREHOUSE_FILE;
    case 'file':
      return part.path;
    case 'model':
      return join('models', part.path);
    case 'documents':
      return join(DOCUMENTS, FILE_NAME);
    case 'collection':
      return undefined;
  }
}

/** Writes a part to its place below `side`; models only when they are among `models`, otherwise it is read for its sums alone. */
export async function writeFileOf(
  part: Part,
  side: string,
  models: ReadonlySet<Part>,
  read: (part: Part) => AsyncIterable<Uint8Array>,
): Promise<void> {
  const place = placeOf(part);
  if (!place) return;
  if (part.kind === 'model' && !models.has(part)) {
    for await (const _ of read(part));
    return;
  }
  const path = join(side, place);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await using file = await open(path, 'w', 0o600);
  for await (const chunk of read(part)) await file.write(chunk);
  await file.sync();
}
