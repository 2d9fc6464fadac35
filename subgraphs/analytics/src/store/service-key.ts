import type { Clock } from '@customerai/service';
import { openInstallationValue, type Store } from '@customerai/store';
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Secrets that are the same wherever the service's key is the same, and give no way back to it. */
export interface ServiceKey {
  /** 32 bytes for one purpose (HKDF-SHA256, RFC 5869). */
  derive(purpose: string): Buffer;
  /** HMAC-SHA256 of a text by the key of that purpose, base64url. */
  sign(purpose: string, text: string): string;
}

/** The collection of the service's own key; call before the store starts. */
export function createServiceKeyStore(store: Store) {
  const kept = openInstallationValue<string>(store, { collection: 'keys', field: 'secret', type: String });
  return {
    /** The key; made at the first start. */
    open: async (clock: Clock): Promise<ServiceKey> => {
      const secret = (await kept.find()) ?? (await kept.insertFirst(randomBytes(32).toString('base64url'), clock()));
      const derive = (purpose: string) =>
        Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', `customerai analytics ${purpose}`, 32));
      return { derive, sign: (purpose, text) => createHmac('sha256', derive(purpose)).update(text).digest('base64url') };
    },
  };
}
