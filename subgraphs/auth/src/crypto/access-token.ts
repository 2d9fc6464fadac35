import type { Clock, NewId } from '@customerai/service';
import { hkdfSync } from 'node:crypto';
import { calculateJwkThumbprint, type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { ACCESS_LIFETIME_SECONDS } from '../domain/session.ts';

const NAME = 'customerai'; // issuer and audience: the platform speaks to itself

/** A new Ed25519 key pair as private JWK; `kid` is its thumbprint (RFC 7638). */
export async function createSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return nameKey(await exportJWK(privateKey));
}

export async function nameKey(key: JWK): Promise<JWK> {
  return { ...key, alg: 'EdDSA', use: 'sig', kid: key.kid ?? (await calculateJwkThumbprint(key)) };
}

/** The part that others may see. Picked by name, so that a private member can never slip through. */
export function publicPart({ kty, crv, x, kid }: JWK): JWK {
  return { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' };
}

/** A secret for one purpose, base64url, by HKDF-SHA256 (RFC 5869): the same wherever the key is the same, and no way back to the key. */
export function deriveSecret({ d }: JWK, purpose: string): string {
  return Buffer.from(hkdfSync('sha256', Buffer.from(d!, 'base64url'), '', `customerai ${purpose}`, 32)).toString('base64url');
}

export interface AccessGrant {
  kind: 'user' | 'client';
  subject: string;
  tenant: string;
  scopes: readonly string[];
  sessionId?: string;
  /** Default 5 minutes. */
  lifetimeSeconds?: number;
}

export type IssueAccessToken = (grant: AccessGrant) => Promise<string>;

/** Signs access tokens in the profile of RFC 9068 (`at+jwt`); they live 5 minutes unless the grant says otherwise. */
export async function createAccessTokens(privateKey: JWK, clock: Clock, newId: NewId): Promise<IssueAccessToken> {
  const key = (await importJWK(privateKey, 'EdDSA')) as CryptoKey;
  return ({ kind, subject, tenant, scopes, sessionId, lifetimeSeconds = ACCESS_LIFETIME_SECONDS }) => {
    const now = Math.floor(clock().getTime() / 1000);
    return new SignJWT({ tenant, scope: scopes.join(' '), kind, ...(sessionId === undefined ? {} : { sid: sessionId }) })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: privateKey.kid })
      .setIssuer(NAME)
      .setAudience(NAME)
      .setSubject(subject)
      .setJti(newId())
      .setIssuedAt(now)
      .setExpirationTime(now + lifetimeSeconds)
      .sign(key);
  };
}
