import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { DamagedModel } from '../store/damaged-model.ts';

const fileName = z.string().regex(/^[\w-][\w.-]*$/);
const manifestSchema = z.object({
  version: z.string(),
  files: z.record(fileName, z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number().int().min(0) })),
});
const metadataSchema = z.object({
  name: z.string(),
  version: z.string(),
  task: z.string(),
  labels: z.array(z.string()),
  emotions: z.array(z.string()),
  emotionThresholds: z.array(z.number()).optional(),
  languages: z.array(z.string()),
  metrics: z.record(z.string(), z.unknown()),
  createdAt: z.coerce.date(),
});
const NEEDED = ['model.onnx', 'metadata.json', 'card.md'];

export interface ModelFolder {
  path: string;
  metadata: z.infer<typeof metadataSchema>;
  card: string;
  /** All files of the manifest together. */
  sizeBytes: number;
  /** sha256 of `model.onnx`, in hexadecimal digits. */
  modelSha256: string;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new DamagedModel(file, 'is missing or cannot be read', { cause: error });
  }
}

async function parseJson<Value>(file: string, schema: z.ZodType<Value>): Promise<Value> {
  const text = await readText(file);
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new DamagedModel(file, 'is not what a manifest or metadata file must be', { cause: error });
  }
}

async function check(file: string, expected: { sha256: string; bytes: number }): Promise<void> {
  const { size } = await stat(file).catch((error: unknown) => {
    throw new DamagedModel(file, 'is missing', { cause: error });
  });
  if (size !== expected.bytes) throw new DamagedModel(file, `has ${size} bytes where its manifest says ${expected.bytes}`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') !== expected.sha256) throw new DamagedModel(file, 'does not match the sha256 of its manifest');
}

/** Reads one version's folder. Throws `DamagedModel` unless every file of its manifest is there, of the size and the hash it says. */
export async function readModelFolder(path: string, name: string, version: string): Promise<ModelFolder> {
  const manifestFile = join(path, 'manifest.json');
  const manifest = await parseJson(manifestFile, manifestSchema);
  for (const needed of NEEDED) if (!manifest.files[needed]) throw new DamagedModel(manifestFile, `does not list ${needed}`);
  for (const [file, expected] of Object.entries(manifest.files)) await check(join(path, file), expected);

  const metadataFile = join(path, 'metadata.json');
  const metadata = await parseJson(metadataFile, metadataSchema);
  if (manifest.version !== version) throw new DamagedModel(manifestFile, `is of version ${manifest.version}`);
  if (metadata.name !== name || metadata.version !== version) throw new DamagedModel(metadataFile, `is of ${metadata.name} ${metadata.version}`);
  return {
    path,
    metadata,
    card: await readText(join(path, 'card.md')),
    sizeBytes: Object.values(manifest.files).reduce((sum, { bytes }) => sum + bytes, 0),
    modelSha256: manifest.files['model.onnx']!.sha256,
  };
}
