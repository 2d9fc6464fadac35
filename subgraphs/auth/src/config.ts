import { type Env, parseEnv } from '@customerai/service';
import type { JWK } from 'jose';
import { z } from 'zod';
import { MAX_PASSWORD } from './domain/password.ts';
import { parseEmail } from './domain/user.ts';

const email = z.string().transform((text, context) => {
  const parsed = parseEmail(text);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', message: 'must be an e-mail address' });
  return z.NEVER;
});

const privateKey = z.string().transform((text, context): JWK => {
  try {
    const jwk = JSON.parse(text) as JWK;
    if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519' && jwk.x && jwk.d) return jwk;
  } catch {
    // not JSON: the same complaint
  }
  context.addIssue({ code: 'custom', message: 'must be a private Ed25519 key as JWK in JSON: {"kty":"OKP","crv":"Ed25519","x":"...","d":"..."}' });
  return z.NEVER;
});

const shape = {
  ADMIN_EMAIL: email.default('admin@example.com'),
  // Shorter than what users need: whoever sets it answers for the whole machine, and a trial should not fail on it.
  ADMIN_PASSWORD: z.string().min(8, 'needs at least 8 characters').max(MAX_PASSWORD, `may have at most ${MAX_PASSWORD} characters`).optional(),
  AUTH_PASSWORD_MIN: z.coerce.number().int().min(8).max(64).default(15),
  AUTH_SIGNING_KEY: privateKey.optional(),
};

export interface Config {
  admin: { email: string; password?: string };
  /** Fewest characters of a password. */
  passwordMinimum: number;
  /** Private Ed25519 JWK. Without it the store keeps one of its own. */
  signingKey?: JWK;
}

/** Throws `ConfigError` with every problem at once. */
export function parseConfig(env: Env): Readonly<Config> {
  const { ADMIN_EMAIL, ADMIN_PASSWORD, AUTH_PASSWORD_MIN, AUTH_SIGNING_KEY } = parseEnv(shape, env);
  return Object.freeze({ admin: { email: ADMIN_EMAIL, password: ADMIN_PASSWORD }, passwordMinimum: AUTH_PASSWORD_MIN, signingKey: AUTH_SIGNING_KEY });
}
