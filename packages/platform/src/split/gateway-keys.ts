import type { JWK } from '@customerai/service';
import { ConfigError } from '@customerai/service/basics';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface GatewayKeys {
  /** GATEWAY_PRIVATE_KEY: signs the gateway's requests to services. */
  privateKey: string;
  /** GATEWAY_KEYS: what services check those signatures with. */
  publicKeys: string;
}

/** The key pair of this data directory, made when there is none; only its owner can read it. Throws `ConfigError` for a file that is no key. */
export function openGatewayKeys(directory: string): GatewayKeys {
  const file = join(directory, 'keys', 'gateway.json');
  const { d, ...publicKey } = read(file) ?? create(file);
  return { privateKey: JSON.stringify({ ...publicKey, d }), publicKeys: JSON.stringify({ keys: [publicKey] }) };
}

function read(file: string): JWK | undefined {
  try {
    const key = JSON.parse(readFileSync(file, 'utf8')) as JWK;
    if (key.kty === 'OKP' && key.crv === 'Ed25519' && key.x && key.d && key.kid) return key;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code) throw new ConfigError(`${file} cannot be read (${code}). Give this user the right to read it.`, { cause: error });
  }
  throw new ConfigError(`${file} is not a private Ed25519 key. Delete it: a new one is made at the next start, and nothing else depends on it.`);
}

function create(file: string): JWK {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = { ...privateKey.export({ format: 'jwk' }), kid: randomUUID() } as JWK;
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(key), { mode: 0o600, flag: 'wx' });
  return key;
}
