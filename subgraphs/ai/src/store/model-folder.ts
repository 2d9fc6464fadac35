import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ModelSpec } from '../domain/model-spec.ts';
import { typesOf } from '../domain/tags.ts';
import { DamagedModel } from './damaged-model.ts';
import { findOnnxProblem } from './onnx-file.ts';
import { type ReleaseKeys, signedBy } from './signature.ts';

const fileName = z.string().regex(/^[\w-][\w.-]*$/);
const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  files: z.record(fileName, z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number().int().min(0) })),
});
const outputSchema = z
  .object({
    kind: z.enum(['sequence', 'token', 'embedding']),
    labels: z.array(z.string()).default([]),
    thresholds: z.array(z.number()).optional(),
  })
  .refine(
    ({ kind, labels, thresholds }) => thresholds === undefined || thresholds.length === (kind === 'token' ? typesOf(labels) : labels).length,
    'has another number of thresholds than labels (of tokens: than types)',
  );
const metadataSchema = z.object({
  name: z.string(),
  version: z.string(),
  task: z.string().default('multi-task text understanding'),
  maxTokens: z.number().int().min(8).max(8_192),
  languages: z.array(z.string()),
  outputs: z.record(z.string(), outputSchema),
  metrics: z.record(z.string(), z.unknown()).default({}),
  createdAt: z.coerce.date(),
});
const NEEDED = ['model.onnx', 'tokenizer.json', 'metadata.json', 'card.md'] as const;

/** One version's files, checked. */
export interface ModelFolder {
  path: string;
  spec: ModelSpec;
  task: string;
  metrics: Record<string, unknown>;
  createdAt: Date;
  card: string;
  /** All files of the manifest together. */
  sizeBytes: number;
  /** Of `manifest.json`, and so of everything: in hexadecimal digits. */
  manifestSha256: string;
  /** The release key that signed it. */
  key: string;
  modelFile: string;
  modelSha256: string;
  /** The text of `tokenizer.json`. */
  tokenizer: string;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new DamagedModel(file, 'is missing or cannot be read', { cause: error });
  }
}

function parseJson<Value>(file: string, bytes: Buffer, schema: z.ZodType<Value>): Value {
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    const [issue] = error instanceof z.ZodError ? error.issues : [];
    const problem = issue ? `: ${issue.path.join('.')} ${issue.message}` : '';
    throw new DamagedModel(file, `is not what a manifest or metadata file must be${problem}`, { cause: error });
  }
}

async function readChecked(file: string, expected: { sha256: string; bytes: number }): Promise<Buffer> {
  // The size first: a file that grew to gigabytes is not read.
  const { size } = await stat(file).catch((error: unknown) => {
    throw new DamagedModel(file, 'is missing', { cause: error });
  });
  if (size !== expected.bytes) throw new DamagedModel(file, `has ${size} bytes where its manifest says ${expected.bytes}`);
  const bytes = await readBytes(file);
  if (sha256(bytes) !== expected.sha256) throw new DamagedModel(file, 'does not match the sha256 of its manifest');
  return bytes;
}

/**
 * Reads one version's folder. Throws `DamagedModel` unless its manifest is signed by a release key, every file of the manifest is there, of the size and the
 * hash it says, and the ONNX graph is one file that the runtime can run.
 */
export async function readModelFolder(path: string, name: string, version: string, keys: ReleaseKeys): Promise<ModelFolder> {
  const manifestFile = join(path, 'manifest.json');
  const bytes = await readBytes(manifestFile);
  const signature = await readFile(join(path, 'manifest.sig'), 'utf8').catch((error: unknown) => {
    throw new DamagedModel(manifestFile, 'is not signed: manifest.sig is missing beside it', { cause: error });
  });
  const key = signedBy(bytes, signature, keys);
  if (key === undefined)
    throw new DamagedModel(manifestFile, `was changed after it was signed, or is signed by none of the ${keys.size} release keys`);

  const manifest = parseJson(manifestFile, bytes, manifestSchema);
  for (const needed of NEEDED) if (!manifest.files[needed]) throw new DamagedModel(manifestFile, `does not list ${needed}`);
  if (manifest.name !== name || manifest.version !== version)
    throw new DamagedModel(manifestFile, `is of ${manifest.name} ${manifest.version}, not of ${name} ${version}`);
  const files: Record<string, Buffer> = {};
  for (const [file, expected] of Object.entries(manifest.files)) files[file] = await readChecked(join(path, file), expected);

  const metadataFile = join(path, 'metadata.json');
  const metadata = parseJson(metadataFile, files['metadata.json']!, metadataSchema);
  if (metadata.name !== name || metadata.version !== version)
    throw new DamagedModel(metadataFile, `is of ${metadata.name} ${metadata.version}, not of ${name} ${version}`);
  const modelFile = join(path, 'model.onnx');
  const problem = findOnnxProblem(files['model.onnx']!);
  if (problem) throw new DamagedModel(modelFile, problem);

  const { task, metrics, createdAt, languages, maxTokens, outputs } = metadata;
  return {
    path,
    spec: { name, version, languages, maxTokens, outputs },
    task,
    metrics,
    createdAt,
    card: files['card.md']!.toString('utf8'),
    sizeBytes: Object.values(manifest.files).reduce((sum, one) => sum + one.bytes, 0),
    manifestSha256: sha256(bytes),
    key,
    modelFile,
    modelSha256: manifest.files['model.onnx']!.sha256,
    tokenizer: files['tokenizer.json']!.toString('utf8'),
  };
}
