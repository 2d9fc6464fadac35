import { privacyConsentChanged } from '@customerai/events';
import { badInput, type KnownViewer } from '@customerai/service';
import type { Deps } from '../context.ts';
import { checkConsent, type ConsentInput, type ConsentRecord } from '../domain/consent.ts';

/**
 * Writes down what a customer said. First in the audit log, so that nothing is ever changed that is not in it; a change that fails after that leaves an entry of
 * what was tried. Throws BAD_USER_INPUT.
 */
export async function recordConsent(deps: Deps, viewer: KnownViewer, input: ConsentInput): Promise<ConsentRecord> {
  const wrong = checkConsent(input);
  if (wrong) throw badInput(`input.${wrong.argument}`, wrong.message);
  const { customerId, purpose, granted, source } = input;
  const { tenant, id: recordedBy } = viewer;
  const action = granted ? 'consent.granted' : 'consent.withdrawn';
  await deps.audit.append(tenant, { actor: recordedBy, action, target: `customer:${customerId}`, purpose, customerId });
  const record: ConsentRecord = { id: deps.newId(), customerId, purpose, granted, ...(source ? { source } : {}), at: deps.clock(), recordedBy };
  const event = privacyConsentChanged.create({
    id: deps.newId(),
    source: 'privacy',
    tenant,
    partitionkey: customerId,
    time: record.at,
    data: { customerId, purpose, granted, at: record.at.toISOString() },
  });
  await deps.consents.insert(tenant, record, [event]);
  return record;
}
