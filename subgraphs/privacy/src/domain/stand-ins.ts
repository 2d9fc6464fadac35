import { createHmac, hkdfSync } from 'node:crypto';
import { seal, unseal } from './seal.ts';

/** What stands in a text for something personal, made with a tenant's own keys. */
export interface StandIns {
  /** Can be undone by `reveal`, and is another one each time. */
  encrypt(type: string, text: string): string;
  /** The same for the same text, letter for letter; leads back to nothing. */
  hash(type: string, text: string): string;
  /** The same for the same thing, however it is spelled in upper and lower case and blanks; short enough to be read. Leads back to nothing. */
  pseudonym(type: string, text: string): string;
  /** The text with every ciphertext undone, and how many there were; undefined when one was changed, or is of another tenant or key. */
  reveal(text: string): { text: string; count: number } | undefined;
}

const TOKEN = /<([A-Z][A-Z0-9_]*):enc:([A-Za-z0-9_-]+)>/g;
/** Crockford's: no letters that look like digits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PSEUDONYM_CHARACTERS = 10; // 50 bits: a million customers meet by chance once in two thousand tenants

export function createStandIns(secret: Buffer, tenant: string): StandIns {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', JSON.stringify([use, tenant]), 32));
  const [cipherKey, hashKey, nameKey] = [keyFor('encrypt'), keyFor('hash'), keyFor('pseudonym')];
  const about = (type: string) => Buffer.from(JSON.stringify([tenant, type]));
  const digest = (key: Buffer, type: string, text: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([type, text]))
      .digest();

  function open(type: string, sealed: Buffer): string | undefined {
    try {
      return unseal(cipherKey, about(type), sealed);
    } catch {
      return undefined;
    }
  }

  return {
    encrypt: (type, text) => `<${type}:enc:${seal(cipherKey, about(type), text).toString('base64url')}>`,
    hash: (type, text) => `<${type}:${digest(hashKey, type, text).toString('hex').slice(0, 32)}>`,
    pseudonym: (type, text) => {
      const same = text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
      const characters = [...digest(nameKey, type, same).subarray(0, PSEUDONYM_CHARACTERS)].map((byte) => ALPHABET[byte % 32]);
      return `<${type}_${characters.join('')}>`;
    },
    reveal: (text) => {
      let count = 0;
      let failed = false;
      const revealed = text.replaceAll(TOKEN, (_token, type: string, sealed: string) => {
        count++;
        const opened = open(type, Buffer.from(sealed, 'base64url'));
        failed ||= opened === undefined;
        return opened ?? '';
      });
      return failed ? undefined : { text: revealed, count };
    },
  };
}
