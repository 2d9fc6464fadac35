import { createPrivateKey, hash, type JsonWebKey, randomUUID, timingSafeEqual } from 'node:crypto';
import { type CryptoKey, importJWK, type JWK, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Cache } from './cache/cache.ts';
import { createDoorKey, createSessionSigner, encode, type Mac, SESSION_SECONDS, SESSION_TYPE, signJws } from './session-identity.ts';
import type { KnownViewer, Viewer } from './viewer.ts';

/** Header that carries the gateway's signature over one request to one service. */
export const IDENTITY_HEADER = 'customerai-identity';
const LIFETIME_SECONDS = 15;
const ISSUER = 'customerai-gateway';
const REQUEST_TYPE = 'customerai-request';
const MOST_SESSIONS = 100; // one a gateway process and ten minutes

const digest = (body: string) => hash('sha256', body, 'base64url');

interface Request {
  body: string;
  viewer: Viewer;
}

export interface RequestSigner {
  sign(request: Request & { audience: string }): Promise<string>;
  /** For requests to one service that need no signature each, once a door of it has said its key (see session-identity.ts). */
  openSession(audience: string): {
    /** Undefined while no door is known: sign the request then. */
    authenticate(request: Request): string | undefined;
    learn(door: string | undefined): void;
  };
}

/** Signs requests to services: an Ed25519 JWS (RFC 7515, RFC 8037) over audience, body, time, a single-use id, and who asks. */
export async function createRequestSigner(privateKey: JWK): Promise<RequestSigner> {
  const key = createPrivateKey({ key: privateKey as JsonWebKey, format: 'jwk' });
  const header = encode({ alg: 'EdDSA', kid: privateKey.kid, typ: REQUEST_TYPE });
  const prefixes = new WeakMap<Viewer, string>(); // a token's viewer is one object for as long as it is remembered
  const prefixOf = (viewer: Viewer): string => {
    let prefix = prefixes.get(viewer);
    if (prefix === undefined) {
      const text = Buffer.from(`{"viewer":${JSON.stringify(viewer)},`);
      const whole = Buffer.alloc(Math.ceil(text.length / 3) * 3, ' '); // what follows whole groups of three bytes can be encoded by itself
      text.copy(whole);
      prefixes.set(viewer, (prefix = whole.toString('base64url')));
    }
    return prefix;
  };
  /** By hand, since `JSON.stringify` takes three times as long. `names`: further claims, each with its comma, in ASCII. */
  const encodeClaims = ({ body, viewer }: Request, names = ''): string => {
    const iat = Math.floor(Date.now() / 1000);
    const rest = `${names}"body":"${digest(body)}","iat":${iat},"exp":${iat + LIFETIME_SECONDS},"jti":"${randomUUID()}"}`;
    return prefixOf(viewer) + Buffer.from(rest, 'latin1').toString('base64url');
  };
  return {
    sign: async ({ audience, ...request }) => signJws(key, `${header}.${encodeClaims(request, `"iss":"${ISSUER}","aud":"${audience}",`)}`),
    openSession: (audience) => {
      const session = createSessionSigner({ signing: key, kid: privateKey.kid, issuer: ISSUER, audience });
      return { authenticate: (request) => session.authenticate(encodeClaims(request)), learn: session.learn };
    },
  };
}

export interface RequestVerifier {
  /** The door's public key, for the header DOOR_HEADER of an answer. */
  readonly door: string;
  /**
   * Who asks. Throws for a missing, expired, replayed, foreign or altered request; the caller answers 401 and says no more. `UnknownSession`: the request may
   * be good, and has to come again with a signature.
   */
  verify(request: { audience: string; body: string; signature: string | undefined }): Promise<Viewer>;
}

export class UnknownSession extends Error {
  override name = 'UnknownSession';
}

interface Claims {
  body: string;
  viewer: Viewer;
  iat: number;
  exp: number;
  jti: string;
}

/** `publicKeys`: the live key and, over a rotation, the one before it. `cache` remembers request ids until they expire. */
export async function createRequestVerifier(publicKeys: readonly JWK[], cache: Cache): Promise<RequestVerifier> {
  const keys = new Map(await Promise.all(publicKeys.map(async (jwk) => [jwk.kid, (await importJWK(jwk, 'EdDSA')) as CryptoKey] as const)));
  const door = createDoorKey();
  const sessions = new LRUCache<string, { audience: string; exp: number; mac: Mac }>({ max: MOST_SESSIONS });

  async function verifySignature(text: string, options: { audience: string; typ: string; maxTokenAge: number; requiredClaims: string[] }) {
    const keyOf = ({ kid }: { kid?: string }) => {
      const key = keys.get(kid);
      if (!key) throw new Error('The request is signed with an unknown key.');
      return key;
    };
    const { payload } = await jwtVerify(text, keyOf, { issuer: ISSUER, algorithms: ['EdDSA'], ...options });
    return payload;
  }

  async function readSigned(signature: string, audience: string): Promise<Claims> {
    const requiredClaims = ['jti', 'exp', 'body', 'viewer'];
    return (await verifySignature(signature, { audience, typ: REQUEST_TYPE, maxTokenAge: LIFETIME_SECONDS, requiredClaims })) as unknown as Claims;
  }

  async function readAuthenticated(text: string, audience: string): Promise<Claims> {
    const [token, claims, ...codes] = text.split('~') as [string, string, ...string[]];
    const code = codes.find((each) => each.startsWith(door.id))?.slice(door.id.length);
    if (code === undefined) throw new UnknownSession('The session was opened with another door.');
    const now = Math.floor(Date.now() / 1000);
    const session = await sessionOf(token, audience);
    if (session.audience !== audience || now >= session.exp) throw new Error('The session is over, or is for another service.');
    const expected = Buffer.from(session.mac(claims));
    const given = Buffer.from(code);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Error('The request was not authenticated by its session.');
    const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims;
    if (now < read.iat || now - read.iat > LIFETIME_SECONDS || now >= read.exp) throw new Error('The request has expired.');
    return read;
  }

  async function sessionOf(token: string, audience: string) {
    const known = sessions.get(token);
    if (known) return known;
    const requiredClaims = ['exp', 'half'];
    const payload = await verifySignature(token, { audience, typ: SESSION_TYPE, maxTokenAge: SESSION_SECONDS, requiredClaims });
    const session = { audience, exp: payload.exp!, mac: door.macFor(token, String(payload['half'])) };
    sessions.set(token, session);
    return session;
  }

  return {
    door: door.publicKey,
    verify: async ({ audience, body, signature }) => {
      if (!signature) throw new Error('The request is not signed.');
      const claims = await (signature.includes('~') ? readAuthenticated : readSigned)(signature, audience);
      if (claims.body !== digest(body)) throw new Error('The body is not the one that was signed.');
      const fresh = await cache.setIfAbsent(`identity:${claims.jti}`, 1, { ttlSeconds: 2 * LIFETIME_SECONDS });
      if (!fresh) throw new Error('The request was sent before.');
      return claims.viewer;
    },
  };
}

export type { JWK, KnownViewer };
