import { type CloudEvent, type Delivery, type EventContract, UnprocessableEvent } from '@customerai/events';
import type { Store } from '@customerai/store';
import { inSpan } from '@customerai/telemetry';
import { ZodError } from 'zod';
import type { Logger } from './logger.ts';
import type { Parts } from './parts.ts';
import { createHandlerFigures } from './telemetry/handler-figures.ts';
import { watchStore } from './telemetry/watch-store.ts';

/** One consumed event: a file `src/events/on-<event>.ts` exports one of these. */
export interface EventHandler<Deps> {
  /** Durable; never reuse a name for another purpose. */
  name: string;
  contracts: readonly EventContract<any>[];
  handle(event: CloudEvent<any>, deps: Deps, delivery: Delivery & { log: Logger }): Promise<void>;
}

export function onEvent<Deps, Data>(
  name: string,
  contract: EventContract<Data>,
  handle: (event: CloudEvent<Data>, deps: Deps, delivery: Delivery & { log: Logger }) => Promise<void>,
): EventHandler<Deps> {
  return { name, contracts: [contract], handle };
}

/** Starts a service's handlers: parsed data, a logger that carries the ids, dead letters in the service's own store. */
export async function startConsumers<Deps>(
  handlers: readonly EventHandler<Deps>[],
  deps: Deps,
  parts: Parts,
  store: Store,
): Promise<AsyncDisposable> {
  const { openDeadLetters, saveDeadLetter } = await import('@customerai/store'); // those who consume have loaded it; a gateway does not
  const deadLetters = openDeadLetters(store.connection);
  const stack = new AsyncDisposableStack();
  watchStore(store, parts.metrics);
  const figures = createHandlerFigures(parts.metrics);
  const service = store.connection.name;
  for (const handler of handlers) {
    const contracts = new Map(handler.contracts.map((contract) => [contract.type, contract]));
    stack.use(
      await parts.bus.consume({
        name: handler.name,
        types: [...contracts.keys()],
        handle: async (event, delivery) => {
          const log = parts.log.child({
            consumer: handler.name,
            eventId: event.id,
            eventType: event.type,
            tenant: event.tenant,
            attempt: delivery.attempt,
          });
          const attributes = {
            'messaging.operation.type': 'process',
            'messaging.destination.name': event.type,
            'messaging.consumer.group.name': handler.name,
            'messaging.message.id': event.id,
            'customerai.attempt': delivery.attempt,
          };
          const ended = figures(handler.name, event);
          await inSpan(`process ${event.type}`, { kind: 'consumer', service, parent: event.traceparent, attributes }, async () => {
            try {
              await handler.handle(parse(contracts.get(event.type)!, event), deps, { ...delivery, log });
              ended('ok');
            } catch (error) {
              ended('failed');
              log.warn({ err: error }, 'event handler failed');
              throw error;
            }
          });
        },
        onDeadLetter: async (event, error) => {
          await saveDeadLetter(deadLetters, handler.name, event, error);
          parts.log.error(
            { consumer: handler.name, eventId: event.id, eventType: event.type, err: error },
            'event given up; it is kept in deadLetters',
          );
        },
      }),
    );
  }
  return stack;
}

function parse(contract: EventContract<unknown>, event: CloudEvent): CloudEvent {
  try {
    return contract.parse(event);
  } catch (error) {
    throw error instanceof ZodError ? new UnprocessableEvent(`"${event.type}" breaks its contract.`, { cause: error }) : error;
  }
}
