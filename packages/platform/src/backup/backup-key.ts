import { type Env, parseEnv } from '@customerai/service/basics';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { writeFileSync } from 'node:fs';
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

/** Reads BACKUP_KEY or BACKUP_PASSPHRASE, or the files that BACKUP_KEY_FILE or BACKUP_PASSPHRASE_FILE name. Throws `BackupError` for none, both, or one that is none. */
export async function readBackupKey(env: Env): Promise<BackupKey> {
  const text = z.string().min(1).optional();
  const { BACKUP_KEY, BACKUP_PASSPHRASE } = parseEnv({ BACKUP_KEY: text, BACKUP_PASSPHRASE: text }, env);
  if (BACKUP_KEY && BACKUP_PASSPHRASE) throw new BackupError('BACKUP_KEY and BACKUP_PASSPHRASE are set, here or by their _FILE; unset one of them.');
  if (BACKUP_KEY) return keyOf(BACKUP_KEY);
  if (BACKUP_PASSPHRASE) return passphraseOf(BACKUP_PASSPHRASE);
  throw new BackupError(NONE);
}

/** An age identity (as age-keygen writes it, comments included) or, for backups only, an age recipient. */
export async function keyOf(text: string): Promise<BackupKey> {
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
    throw new BackupError(`BACKUP_KEY holds no age key. Make one with "npm run backup -- --new-key backup.key".`, { cause: error });
  }
  return {
    seal: (plain) => encrypter.encrypt(plain),
    open: (sealed) => {
      if (!identity)
        throw new BackupError(`BACKUP_KEY holds a recipient (age1...): it makes backups. To open one, set the key itself (AGE-SECRET-KEY-...).`);
      return decrypter.decrypt(sealed, 'text');
    },
  };
}

function passphraseOf(passphrase: string): BackupKey {
  if (passphrase.length < MIN_PASSPHRASE)
    throw new BackupError(`BACKUP_PASSPHRASE is shorter than ${MIN_PASSPHRASE} characters; whoever finds the backup could guess it.`);
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
