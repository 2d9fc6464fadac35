import type { Clock } from '@customerai/service';
import type { Model, Store, StoredDocument } from '@customerai/store';
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';

interface KeyDocument extends StoredDocument {
  secret: string;
  createdAt: Date;
}

/** The key belongs to the installation, not to a tenant; tenants' names cannot contain a space. */
const INSTALLATION = 'the installation';

/** Secrets that are the same wherever the service's key is the same, and give no way back to it. */
export interface ServiceKey {
  /** 32 bytes for one purpose (HKDF-SHA256, RFC 5869). */
  derive(purpose: string): Buffer;
  /** HMAC-SHA256 of a text by the key of that purpose, base64url. */
  sign(purpose: string, text: string): string;
}

/** The collection of the service's own key; call before the store starts. */
export function createServiceKeyStore(store: Store) {
  const keys: Model<KeyDocument> = store.collection<KeyDocument>('keys', {
    fields: { secret: { type: String, required: true }, createdAt: { type: Date, required: true } },
  });
  const find = async () => (await keys.findOne({ tenant: INSTALLATION, _id: 'current' }).lean()) as KeyDocument | null;
  const make = async (clock: Clock): Promise<KeyDocument> => {
    const made = { _id: 'current', tenant: INSTALLATION, secret: randomBytes(32).toString('base64url'), createdAt: clock() };
    try {
      await keys.create(made);
      return made;
    } catch (error) {
      if ((error as { code?: unknown }).code !== 11_000) throw error;
      return (await find())!; // another process was first
    }
  };
  return {
    /** The key; made at the first start. */
    open: async (clock: Clock): Promise<ServiceKey> => {
      const { secret } = (await find()) ?? (await make(clock));
      const derive = (purpose: string) =>
        Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', `customerai analytics ${purpose}`, 32));
      return { derive, sign: (purpose, text) => createHmac('sha256', derive(purpose)).update(text).digest('base64url') };
    },
  };
}
