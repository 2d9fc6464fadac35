import { privacyConsentChanged } from '@customerai/events';
import { type EventHandler, onEvent } from '@customerai/service';
import type { Deps } from '../context.ts';

/** A customer who withdraws consent to training drops out of every later export of corrections. A new word of consent is asked for anew with each correction. */
export const onConsentChanged: EventHandler<Deps> = onEvent(
  'sentiment-on-consent',
  privacyConsentChanged,
  async ({ tenant, data: { customerId, purpose, granted } }, { corrections }) => {
    if (purpose === 'training' && !granted) await corrections.withdrawConsent(tenant, customerId);
  },
);
