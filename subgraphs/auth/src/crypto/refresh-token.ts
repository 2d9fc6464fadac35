import { createHash, randomBytes } from 'node:crypto';

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export interface IssuedRefreshToken {
  token: string;
  familyHash: string;
  tokenHash: string;
}

/**
 * An opaque token of two parts: 256 random bits that all tokens of a session share, and 256 bits of its own. The first part finds the session and
 * tells a used-up token from a made-up one, without a list of all that ever were. Only SHA-256 hashes are kept.
 * `predecessor`: the token that this one follows; without one a new family begins.
 */
export function issueRefreshToken(predecessor?: string): IssuedRefreshToken {
  const family = predecessor?.split('.')[0] ?? randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  return { token: `${family}.${secret}`, familyHash: hashOf(family), tokenHash: hashOf(secret) };
}

/** The hashes of a token that a client sent, or undefined when it does not have a token's form. */
export function hashRefreshToken(token: string): { familyHash: string; tokenHash: string } | undefined {
  const [, family, secret] = /^([\w-]{43})\.([\w-]{43})$/.exec(token) ?? [];
  return family && secret ? { familyHash: hashOf(family), tokenHash: hashOf(secret) } : undefined;
}
