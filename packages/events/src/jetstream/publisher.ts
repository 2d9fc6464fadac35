import { setTimeout as wait } from 'node:timers/promises';
import type { JetStreamClient, PubAck } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import type { CloudEvent } from '../cloud-event.ts';
import { encodeEvent } from '../encode-event.ts';
import { EventServerUnavailable } from './connection.ts';
import { eventSubject } from './subjects.ts';

/** Together about 10 s: a restart of the server, or the choice of a new leader, passes unnoticed. */
const TRIES = 5;
const TIMEOUT = 2_000;
const BETWEEN = 100;

/** The server was away or slow, so that a further try may help; it is harmless, as the event id is the message's id. */
function mayHelp(error: unknown): boolean {
  const { name, status } = error as { name?: string; status?: number };
  return status === 503 || ['TimeoutError', 'RequestError', 'NoRespondersError', 'ConnectionError'].includes(name ?? '');
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
    for (let attempt = 1; ; attempt += 1) {
      try {
        const meta = headers();
        if (event.traceparent) meta.set('traceparent', event.traceparent);
        const { seq, duplicate }: PubAck = await js.publish(subject, body, { msgID: event.id, headers: meta, timeout: TIMEOUT });
        return { sequence: seq, duplicate };
      } catch (cause) {
        if (connection.isClosed() || !mayHelp(cause)) throw cause;
        if (attempt === TRIES) {
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
