import { z } from 'zod';
import { BackupError } from './backup-error.ts';

export const FORMAT = 'customerai-backup';
/** Raised when an older platform could not restore what a newer one writes. */
export const VERSION = 1;

/** In the clear, so that a copy can be checked without the key. */
export const MANIFEST_FILE = 'manifest.json';
/** The same bytes, closed: proves that nobody changed the manifest, and with it the sums of all parts. */
export const SEALED_MANIFEST_FILE = 'manifest.age';
/** The key of this one backup, closed for the operator's key. */
export const KEY_FILE = 'key.age';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.number().int().nonnegative();
/** Below the target and without surprises: restoring never writes elsewhere. */
const safePath = z
  .string()
  .refine((path) => path !== '' && !path.startsWith('/') && !path.includes('\\') && path.split('/').every((step) => !/^(|\.|\.\.)$/.test(step)));

const part = z
  .object({
    /** Name of the file in the backup. */
    file: z.string().regex(/^[\w.=@+-]+\.age$/),
    bytes: size,
    sha256,
    /** What comes out once it is opened. */
    content: z.object({ bytes: size, sha256 }),
  })
  .and(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('collection'),
        database: z.string(),
        name: z.string(),
        indexes: z.array(z.record(z.string(), z.unknown())),
        documents: size,
      }),
      /** The file of the embedded MongoDB, whole. In its place: `collection` parts, when the documents were on a MongoDB server. */
      z.object({ kind: z.literal('documents'), counts: z.array(z.object({ database: z.string(), name: z.string(), documents: size })) }),
      z.object({ kind: z.literal('log') }),
      z.object({ kind: z.literal('warehouse') }),
      /** A file of the data directory. */
      z.object({ kind: z.literal('file'), path: safePath }),
      /** A file of the folder of models. */
      z.object({ kind: z.literal('model'), path: safePath }),
    ]),
  );

const manifest = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  createdAt: z.iso.datetime(),
  /** What made it. */
  platform: z.object({ version: z.string(), node: z.string() }),
  /** All documents are as of one moment. False: read from a MongoDB that is no replica set while it was written to. */
  oneMoment: z.boolean(),
  /** Where the event log stood; null when it is not in the backup (JetStream): the outboxes fill it again. */
  log: z.object({ lastSequence: size, consumers: z.array(z.object({ name: z.string(), position: size })) }).nullable(),
  parts: z.array(part),
});

export type Manifest = z.infer<typeof manifest>;
export type Part = Manifest['parts'][number];

/** Throws `BackupError` for what is no manifest, or one of a format that this platform does not know. */
export function parseManifest(bytes: Uint8Array, path: string): Manifest {
  let value: { format?: unknown; version?: unknown };
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    throw new BackupError(`${path} is damaged: it is not JSON.`, { cause: error });
  }
  if (value?.format !== FORMAT)
    throw new BackupError(`${path} is not the manifest of a backup of this platform (its format is ${JSON.stringify(value?.format)}).`);
  if (value.version !== VERSION)
    throw new BackupError(
      `The backup has format version ${JSON.stringify(value.version)}; this platform restores version ${VERSION}. Restore it with the platform version that made it.`,
    );
  const { data, error } = manifest.safeParse(value);
  if (!data) throw new BackupError(`${path} is damaged: ${z.prettifyError(error)}`, { cause: error });
  return data;
}
