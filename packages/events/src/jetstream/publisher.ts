import { setTimeout as wait } from 'node:timers/promises';
import type { JetStreamClient, PubAck } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import type { CloudEvent } from '../cloud-event.ts';
import { encodeEvent } from '../encode-event.ts';
import { EventServerUnavailable } from './connection.ts';
import { eventSubject } from './subjects.ts';

/** A restart of the server, or the choice of a new leader (4 to 9 s), passes unnoticed. */
const PATIENCE = 15_000;
const TIMEOUT = 2_000;
const BETWEEN = 200;
/** `JetStreamNotEnabled` is what the client calls "nobody answered": also while a stream has no leader, or is gone. */
const TROUBLES: readonly unknown[] = ['TimeoutError', 'RequestError', 'NoRespondersError', 'ConnectionError', 'JetStreamNotEnabled'];

/** The server was away or slow, so that a further try may help; it is harmless, as the event id is the message's id. */
function mayHelp(error: unknown): boolean {
  const { name, status } = error as { name?: string; status?: number };
  return status === 503 || TROUBLES.includes(name);
}

/** Publishes and waits until the stream has stored the event. `restore` makes a stream that the server lost. */
export function createPublisher(
  js: JetStreamClient,
  connection: NatsConnection,
  { prefix, restore }: { prefix: string; restore(): Promise<unknown> },
): (event: CloudEvent) => Promise<{ sequence: number; duplicate: boolean }> {
  return async (event) => {
    const body = encodeEvent(event);
    const subject = eventSubject(prefix, event);
    for (const end = performance.now() + PATIENCE; ;) {
      try {
        const meta = headers();
        if (event.traceparent) meta.set('traceparent', event.traceparent);
        const { seq, duplicate }: PubAck = await js.publish(subject, body, { msgID: event.id, headers: meta, timeout: TIMEOUT });
        return { sequence: seq, duplicate };
      } catch (cause) {
        if (connection.isClosed() || !mayHelp(cause)) throw cause;
        if (performance.now() > end) {
          throw new EventServerUnavailable(`Event ${event.id} (${event.type}) was not acknowledged by NATS; publish it again when it is back.`, {
            cause,
          });
        }
        await wait(BETWEEN);
        // Nobody answers for a subject whose stream is gone.
        await restore().catch(() => {});
      }
    }
  };
}
