import { type Model, type Store, type StoredDocument } from '@customerai/store';
import type { JWK } from 'jose';

interface SigningKeyDocument extends StoredDocument {
  jwk: JWK;
  createdAt: Date;
}

export type SigningKeyStore = ReturnType<typeof createSigningKeyStore>;

/** The key belongs to the installation, not to a tenant; tenants' names cannot contain a space. */
const INSTALLATION = 'the installation';

/** The installation's own signing key, for those that supply none (AUTH_SIGNING_KEY). */
export function createSigningKeyStore(store: Store) {
  const keys: Model<SigningKeyDocument> = store.collection<SigningKeyDocument>('signingKeys', {
    fields: { jwk: { type: Object, required: true }, createdAt: { type: Date, required: true } },
  });
  const find = async (): Promise<JWK | undefined> => {
    const found = (await keys.findOne({ tenant: INSTALLATION, _id: 'current' }).lean()) as SigningKeyDocument | null;
    return found?.jwk;
  };
  return {
    find,
    /** Keeps a first key and answers the one that is kept: of two processes that start at once, one's. */
    insertFirst: async (jwk: JWK, createdAt: Date): Promise<JWK> => {
      try {
        await keys.create({ _id: 'current', tenant: INSTALLATION, jwk, createdAt });
        return jwk;
      } catch (error) {
        if ((error as { code?: unknown }).code !== 11_000) throw error;
        return (await find())!;
      }
    },
  };
}
