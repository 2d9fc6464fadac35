import { hkdfSync } from 'node:crypto';

/** What a secret is for: what is made with one is worth nothing for another. */
export type Purpose = 'audit' | 'exports' | 'links' | 'stand-ins';

export type Secrets = (purpose: Purpose) => Buffer;

/** A secret of 32 bytes for each purpose, all from one (HKDF-SHA-256). */
export function createSecrets(key: Buffer): Secrets {
  const derived = new Map<Purpose, Buffer>();
  return (purpose) => {
    const known = derived.get(purpose) ?? Buffer.from(hkdfSync('sha256', key, '', `customerai privacy ${purpose}`, 32));
    derived.set(purpose, known);
    return known;
  };
}
