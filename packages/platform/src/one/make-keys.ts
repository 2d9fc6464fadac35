import { generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** What an installation needs that nobody may guess, by the variable that takes it. */
export type Keys = Record<
  'GATEWAY_PRIVATE_KEY' | 'GATEWAY_KEYS' | 'AUTH_SIGNING_KEY' | 'ADMIN_PASSWORD' | 'SENTIMENT_CACHE_KEY' | 'PRIVACY_KEY',
  string
>;

/** Folder of each file. Whoever mounts one folder into one service gives it what it needs and no more; `public` may be read by all. */
const folders: Record<keyof Keys, string> = {
  GATEWAY_PRIVATE_KEY: 'gateway',
  GATEWAY_KEYS: 'public',
  AUTH_SIGNING_KEY: 'auth',
  ADMIN_PASSWORD: 'auth',
  SENTIMENT_CACHE_KEY: 'sentiment',
  PRIVACY_KEY: 'privacy',
};

function createKey(purpose: string): { secret: JsonWebKey; open: JsonWebKey } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const kid = `${purpose}-${randomBytes(6).toString('hex')}`;
  return { secret: { ...privateKey.export({ format: 'jwk' }), kid }, open: { ...publicKey.export({ format: 'jwk' }), kid } };
}

export function createKeys(): Keys {
  const [gateway, auth] = [createKey('gateway'), createKey('auth')];
  return {
    GATEWAY_PRIVATE_KEY: JSON.stringify(gateway.secret),
    GATEWAY_KEYS: JSON.stringify({ keys: [gateway.open] }),
    AUTH_SIGNING_KEY: JSON.stringify(auth.secret),
    ADMIN_PASSWORD: randomBytes(18).toString('base64url'),
    SENTIMENT_CACHE_KEY: randomBytes(32).toString('base64url'),
    PRIVACY_KEY: randomBytes(32).toString('base64url'),
  };
}

/** Writes the keys as files, each in the folder of who needs it. What is there stays: a second start must not lock everybody out. */
export function writeKeys(root: string): { made: boolean; adminPassword: string } {
  const path = (name: keyof Keys) => join(root, folders[name], name);
  const names = Object.keys(folders) as (keyof Keys)[];
  const there = names.filter((name) => existsSync(path(name)));
  if (there.length === names.length) return { made: false, adminPassword: readFileSync(path('ADMIN_PASSWORD'), 'utf8') };
  if (there.length > 0)
    throw new Error(`${root} has only some of the keys (${there.join(', ')}). They belong together: bring back the others, or remove these.`);
  const keys = createKeys();
  for (const name of names) {
    mkdirSync(join(root, folders[name]), { recursive: true });
    writeFileSync(path(name), keys[name], { mode: 0o400 });
  }
  return { made: true, adminPassword: keys.ADMIN_PASSWORD };
}

/** The keys as a Kubernetes Secret, for `kubectl apply -f -`. Addresses of the data stores are added by whoever knows them. */
export function keysAsSecret(name: string): string {
  const stringData = { ...createKeys(), MONGO_URL: 'mongodb://...', NATS_URL: 'nats://...', REDIS_URL: 'redis://...' };
  return `# Fill in the three addresses, then: kubectl apply -f FILE. Keep the file out of version control.\n${stringify({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, type: 'Opaque', stringData })}`;
}
