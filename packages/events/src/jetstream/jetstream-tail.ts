import { DeliverPolicy, type JetStreamClient } from '@nats-io/jetstream';
import type { LoggedEvent, TailOptions } from '../bus.ts';
import { decodeEvent } from '../encode-event.ts';
import { typeSubject, widestFilter } from './subjects.ts';

/** Messages asked for ahead: bounds what a slow reader holds in memory. */
const AHEAD = 256;

/**
 * A live reader over an ordered consumer, which makes itself anew after a gap, a reconnect or a restart of the server.
 * Ends (without an error) when its signal is aborted, when the bus closes, or on `return`.
 */
export async function openTail(
  js: JetStreamClient,
  { stream, prefix, next }: { stream: string; prefix: string; next: number },
  { types, tenant, signal }: TailOptions,
  closing: AbortSignal,
): Promise<AsyncIterableIterator<LoggedEvent>> {
  const wanted = new Set(types.map((type) => typeSubject(prefix, type)));
  const consumer = await js.consumers.get(stream, {
    filter_subjects: widestFilter(prefix, types, tenant),
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: next,
  });
  const messages = await consumer.consume({ max_messages: AHEAD });
  let ended = false;

  function end(): void {
    if (ended) return;
    ended = true;
    signal?.removeEventListener('abort', end);
    closing.removeEventListener('abort', end);
    messages.stop();
  }
  signal?.addEventListener('abort', end);
  closing.addEventListener('abort', end);
  if (signal?.aborted || closing.aborted) end();

  async function* read(): AsyncGenerator<LoggedEvent, undefined> {
    for await (const message of messages) {
      if (ended) return;
      if (!wanted.has(message.subject.slice(0, message.subject.lastIndexOf('.')))) continue;
      const event = decodeEvent(message.string());
      if (tenant === undefined || event.tenant === tenant) yield { sequence: message.seq, event };
    }
  }

  const events = read();
  return {
    next: () => events.next(),
    return() {
      end();
      return events.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      end();
    },
  } as AsyncIterableIterator<LoggedEvent>;
}
