import type { CloudEvent, EventContract } from '@customerai/events';
import { type EventHandler, onEvent } from '@customerai/service';
import type { Deps } from '../context.ts';
import type { AnyFact } from '../domain/facts.ts';

/**
 * A consumed event that becomes one fact; acknowledged when the fact is on disk. The fact's key makes a redelivery harmless. Of a customer who was erased after the interaction, nothing is
 * recorded any more, however late the event comes (filling a new warehouse reads old ones again).
 */
export const recordsFact = <Data extends { customerId: string; interactionId: string }>(
  name: string,
  contract: EventContract<Data>,
  toFact: (event: CloudEvent<Data>) => AnyFact,
): EventHandler<Deps> =>
  onEvent<Deps, Data>(name, contract, async (event, { warehouse, figures, alerts, erasures }) => {
    const { customerId, interactionId } = event.data;
    if ((await erasures.covering(event.tenant, customerId, interactionId)) !== undefined) return;
    await warehouse.record([toFact(event)]);
    figures.changed(event.tenant);
    alerts.changed(event.tenant);
  });
