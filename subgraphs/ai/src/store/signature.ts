import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Public keys that a release may be signed with, by the name of their file. */
export type ReleaseKeys = ReadonlyMap<string, KeyObject>;

/** Reads `<directory>/*.pem` (Ed25519, SPKI). None for a directory that is not there. Throws for a file that is no such key. */
export async function readReleaseKeys(directory: string): Promise<ReleaseKeys> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const keys = new Map<string, KeyObject>();
  for (const name of names.filter((file) => file.endsWith('.pem')).toSorted()) {
    const key = createPublicKey(await readFile(join(directory, name)));
    if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${join(directory, name)} is no Ed25519 public key.`);
    keys.set(name.slice(0, -'.pem'.length), key);
  }
  return keys;
}

/** The name of the key that signed these bytes; undefined when none of them did. `signature` in base64. */
export function signedBy(bytes: Buffer, signature: string, keys: ReleaseKeys): string | undefined {
  const given = Buffer.from(signature.trim(), 'base64');
  if (given.length !== 64) return undefined;
  for (const [name, key] of keys) if (verify(null, bytes, key, given)) return name;
  return undefined;
}
