import {
  authKeys,
  type Clock,
  type JWK,
  type Parts,
  ServiceError,
  unauthenticated,
  unavailable,
  type Viewer,
  anonymous,
  type KnownViewer,
} from '@customerai/service';
import { type CryptoKey, errors, importJWK, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Revocations } from './revocations.ts';

const KEYS_MAX_AGE_MS = 10 * 60_000; // a retired key stops working within this time
const KEYS_MIN_AGE_MS = 10_000; // a flood of made-up key ids asks the auth service no oftener
const MAX_TOKEN_LENGTH = 8_192; // ours are under 1 kB
const REMEMBERED_MS = 30_000; // a signature that was good is not checked again; expiry and revocation are, each time
const MAX_REMEMBERED = 10_000;

export interface Identity {
  viewer: Viewer;
  /** When the token ends, in ms since 1970; absent for an anonymous viewer. */
  expiresAt?: number;
  /** When it was given out, in ms since 1970, in whole seconds. */
  issuedAt?: number;
}

export interface AccessTokens {
  /** The same as `identify`, at once, for a header whose token was checked a moment ago and still holds; undefined for any other. */
  known(authorization: string | undefined): Identity | undefined;
  /** The bearer of an `Authorization` header; no header is an anonymous viewer. Throws UNAUTHENTICATED, or SERVICE_UNAVAILABLE while no key is known. */
  identify(authorization: string | undefined): Promise<Identity>;
}

const nobody: Identity = { viewer: anonymous };

interface Verified extends Required<Identity> {
  viewer: KnownViewer;
}

const claims = z.object({
  sub: z.string().min(1),
  tenant: z.string().min(1),
  scope: z.string(),
  kind: z.enum(['user', 'client']),
  sid: z.string().optional(),
  iat: z.number().optional(),
  exp: z.number(),
});

/** Verifies access tokens (JWT, RFC 9068: EdDSA, type `at+jwt`, issuer and audience `customerai`) with the auth service's published keys. */
export function createAccessTokens(
  { rpc, clock, log }: Pick<Parts, 'rpc' | 'clock' | 'log'>,
  revocations: Pick<Revocations, 'check'> = { check: (viewer) => viewer },
): AccessTokens {
  const keyOf = createKeys({ rpc, clock, log });
  const verified = new LRUCache<string, { identity: Verified; at: number }>({ max: MAX_REMEMBERED });

  async function verify(token: string): Promise<Verified> {
    const { payload } = await jwtVerify(token, ({ kid }) => keyOf(kid), {
      algorithms: ['EdDSA'],
      typ: 'at+jwt',
      issuer: 'customerai',
      audience: 'customerai',
      currentDate: clock(),
      requiredClaims: ['sub', 'exp', 'tenant', 'scope', 'kind'],
    });
    const { sub, tenant, scope, kind, sid, iat = 0, exp } = claims.parse(payload);
    const scopes = scope.split(' ').filter(Boolean);
    const viewer: KnownViewer = { kind, id: sub, tenant, scopes, ...(sid === undefined ? {} : { sessionId: sid }) };
    return { viewer, expiresAt: exp * 1000, issuedAt: iat * 1000 };
  }

  /** What is left of it by now. */
  function leftOf(identity: Verified): Verified | undefined {
    const viewer = revocations.check(identity.viewer, identity.issuedAt);
    return viewer === identity.viewer ? identity : viewer && { ...identity, viewer };
  }

  /** Checking a signature costs more than most queries, and a client sends the same header many times. */
  function known(authorization: string | undefined): Identity | undefined {
    if (authorization === undefined || authorization === '') return nobody;
    const entry = verified.get(authorization);
    if (!entry) return undefined;
    const now = clock().getTime();
    return now - entry.at < REMEMBERED_MS && now < entry.identity.expiresAt ? leftOf(entry.identity) : undefined;
  }

  return {
    known,
    identify: async (authorization) => {
      const identity = known(authorization);
      if (identity || !authorization) return identity ?? nobody;
      const token = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization.trim())?.[1];
      if (!token || token.length > MAX_TOKEN_LENGTH)
        throw unauthenticated('The authorization must be "Bearer <access token>"; the mutation signIn gives an access token.');
      try {
        const fresh = await verify(token);
        verified.set(authorization, { identity: fresh, at: clock().getTime() });
        const left = leftOf(fresh);
        if (!left) throw unauthenticated('This session was ended. Sign in again by the mutation signIn or POST /api/v1/auth/sign-in.');
        return left;
      } catch (error) {
        if (error instanceof ServiceError) throw error;
        if (error instanceof errors.JWTExpired) {
          throw unauthenticated(
            'The access token has expired. Get a new one by the mutation refreshSession or POST /api/v1/auth/refresh, or sign in again.',
          );
        }
        log.info({ reason: (error as Error).message }, 'refused an access token');
        throw unauthenticated(
          'The access token is not valid. Sign in again by the mutation signIn or POST /api/v1/auth/sign-in, and send the access token that it gives.',
        );
      }
    },
  };
}

/** Keys by id, fetched once and then kept: a cached key goes on serving while the auth service is away. */
function createKeys({ rpc, clock, log }: { rpc: Parts['rpc']; clock: Clock; log: Parts['log'] }): (kid: string | undefined) => Promise<CryptoKey> {
  let keys = new Map<string, CryptoKey>();
  let triedAt = Number.NEGATIVE_INFINITY;
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let pending: Promise<void> | undefined;

  const refresh = () =>
    (pending ??= (async () => {
      triedAt = clock().getTime();
      const { keys: published } = await rpc.call(authKeys, {});
      const usable = (published as JWK[]).filter(({ kid, kty, crv }) => kid && kty === 'OKP' && crv === 'Ed25519');
      keys = new Map(await Promise.all(usable.map(async (jwk) => [jwk.kid!, (await importJWK(jwk, 'EdDSA')) as CryptoKey] as const)));
      fetchedAt = clock().getTime();
    })().finally(() => (pending = undefined)));

  return async (kid) => {
    if (!kid) throw new Error('The token names no key.');
    const now = clock().getTime();
    const old = now - fetchedAt > KEYS_MAX_AGE_MS;
    const mayAsk = now - triedAt >= KEYS_MIN_AGE_MS || keys.size === 0 || pending !== undefined;
    if ((old || !keys.has(kid)) && mayAsk) {
      await refresh().catch((error: unknown) => {
        log.warn({ err: error as Error }, 'could not fetch the keys of access tokens');
        if (keys.size === 0) throw unavailable('The sign-in service', error);
      });
    }
    const key = keys.get(kid);
    if (!key) throw new Error('The token is signed with an unknown key.');
    return key;
  };
}
