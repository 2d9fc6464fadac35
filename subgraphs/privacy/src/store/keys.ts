import { openInstallationValue, type Store } from '@customerai/store';
import { randomBytes } from 'node:crypto';

/** The installation's own secret, for those that supply none (PRIVACY_KEY). */
export function createKeyStore(store: Store) {
  const kept = openInstallationValue<string>(store, { collection: 'keys', field: 'key', type: String });
  return {
    /** The key that is kept; made when there is none. */
    current: async (now: Date): Promise<Buffer> =>
      Buffer.from((await kept.find()) ?? (await kept.insertFirst(randomBytes(32).toString('base64url'), now)), 'base64url'),
  };
}
