import type { CloudEvent, EventContract } from '@customerai/events';
import { type EventHandler, onEvent } from '@customerai/service';
import type { Deps } from '../context.ts';
import type { AnyFact } from '../domain/facts.ts';

/** A consumed event that becomes one fact; acknowledged when the fact is on disk. The fact's key makes a redelivery harmless. */
export const recordsFact = <Data>(name: string, contract: EventContract<Data>, toFact: (event: CloudEvent<Data>) => AnyFact): EventHandler<Deps> =>
  onEvent<Deps, Data>(name, contract, async (event, { warehouse, figures, alerts }) => {
    await warehouse.record([toFact(event)]);
    figures.changed(event.tenant);
    alerts.changed(event.tenant);
  });
