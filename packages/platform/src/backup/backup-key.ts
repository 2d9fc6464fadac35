import { type Env, parseEnv } from '@customerai/service';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';

const MIN_PASSPHRASE = 12;

/** What opens backups, or, where it is only a recipient, what closes them. */
export interface BackupKey {
  /** Closes a short text for the holder of the key. */
  seal(text: string): Promise<Uint8Array>;
  /** Opens what `seal` made. Rejects when another key closed it. */
  open(sealed: Uint8Array): Promise<string>;
}

const NONE = `Backups are always encrypted. Make a key once with "npm run backup -- --new-key backup.key", keep it away from the backups, and set BACKUP_KEY_FILE=backup.key. A passphrase does too: BACKUP_PASSPHRASE.`;

/** Reads the key that the environment names. Throws `BackupError` for none, several, or one that is none. */
export async function readBackupKey(env: Env): Promise<BackupKey> {
  const names = ['BACKUP_KEY', 'BACKUP_KEY_FILE', 'BACKUP_PASSPHRASE', 'BACKUP_PASSPHRASE_FILE'] as const;
  const text = z.string().min(1).optional();
  const given = parseEnv({ BACKUP_KEY: text, BACKUP_KEY_FILE: text, BACKUP_PASSPHRASE: text, BACKUP_PASSPHRASE_FILE: text }, env);
  const set = names.filter((name) => given[name] !== undefined);
  if (set.length === 0) throw new BackupError(NONE);
  if (set.length > 1) throw new BackupError(`${set.join(' and ')} are set; one of them names the key, so unset the others.`);
  const [name] = set as [(typeof names)[number]];
  const value = name.endsWith('_FILE') ? readFile(name, given[name]!) : given[name]!;
  return name.startsWith('BACKUP_KEY') ? keyOf(name, value) : passphraseOf(name, value.trim());
}

function readFile(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new BackupError(`${name} names ${path}, which cannot be read (${(error as NodeJS.ErrnoException).code}).`, { cause: error });
  }
}

/** An age identity (as age-keygen writes it, comments included) or, for backups only, an age recipient. */
async function keyOf(name: string, text: string): Promise<BackupKey> {
  const lines = text.split('\n').map((line) => line.trim());
  const identity = lines.find((line) => line.startsWith('AGE-SECRET-KEY-'));
  const recipient = lines.find((line) => line.startsWith('age1'));
  const encrypter = new Encrypter();
  const decrypter = new Decrypter();
  try {
    if (!identity && !recipient) throw new Error('neither AGE-SECRET-KEY-... nor age1...');
    encrypter.addRecipient(identity ? await identityToRecipient(identity) : recipient!);
    if (identity) decrypter.addIdentity(identity);
  } catch (error) {
    throw new BackupError(`${name} holds no age key. Make one with "npm run backup -- --new-key backup.key".`, { cause: error });
  }
  return {
    seal: (plain) => encrypter.encrypt(plain),
    open: (sealed) => {
      if (!identity)
        throw new BackupError(`${name} holds a recipient (age1...): it makes backups. To open one, set the key itself (AGE-SECRET-KEY-...).`);
      return decrypter.decrypt(sealed, 'text');
    },
  };
}

function passphraseOf(name: string, passphrase: string): BackupKey {
  if (passphrase.length < MIN_PASSPHRASE)
    throw new BackupError(`${name} is shorter than ${MIN_PASSPHRASE} characters; whoever finds the backup could guess it.`);
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return { seal: (plain) => encrypter.encrypt(plain), open: (sealed) => decrypter.decrypt(sealed, 'text') };
}

/** Writes a new key for its owner's eyes only, in the form of age-keygen. Never over a file. Returns the recipient, which can make backups but not open them. */
export async function writeNewKey(path: string): Promise<string> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  try {
    writeFileSync(path, `# opens backups of the CustomerAI platform; keep it away from them\n# public key: ${recipient}\n${identity}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BackupError(
      code === 'EEXIST' ? `${path} is there already; a key is never overwritten. Name another file.` : `${path} cannot be written (${code}).`,
      { cause: error },
    );
  }
  return recipient;
}
