import type { Model, Store, StoredDocument } from '@customerai/store';
import { randomBytes } from 'node:crypto';
import { isDuplicate } from './duplicate.ts';

interface KeyDocument extends StoredDocument {
  key: string;
  createdAt: Date;
}

export type KeyStore = ReturnType<typeof createKeyStore>;

/** The key belongs to the installation, not to a tenant; tenants' names cannot contain a space. */
const INSTALLATION = 'the installation';

/** The installation's own secret, for those that supply none (PRIVACY_KEY). */
export function createKeyStore(store: Store) {
  const keys: Model<KeyDocument> = store.collection<KeyDocument>('keys', {
    fields: { key: { type: String, required: true }, createdAt: { type: Date, required: true } },
  });
  const find = async () => (await keys.findOne({ tenant: INSTALLATION, _id: 'current' }).lean()) as KeyDocument | null;
  return {
    /** The key that is kept; made when there is none: of two processes that start at once, one's. */
    current: async (now: Date): Promise<Buffer> => {
      let kept = await find();
      if (!kept) {
        try {
          await keys.create({ _id: 'current', tenant: INSTALLATION, key: randomBytes(32).toString('base64url'), createdAt: now });
        } catch (error) {
          if (!isDuplicate(error)) throw error;
        }
        kept = await find();
      }
      return Buffer.from(kept!.key, 'base64url');
    },
  };
}
