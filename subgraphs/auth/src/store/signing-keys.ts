import { type InstallationValue, openInstallationValue, type Store } from '@customerai/store';
import type { JWK } from 'jose';

export type SigningKeyStore = InstallationValue<JWK>;

/** The installation's own signing key, for those that supply none (AUTH_SIGNING_KEY). */
export const createSigningKeyStore = (store: Store): SigningKeyStore =>
  openInstallationValue<JWK>(store, { collection: 'signingKeys', field: 'jwk', type: Object });
