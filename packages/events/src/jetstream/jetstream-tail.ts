import { DeliverPolicy, type ConsumerMessages, type JetStreamClient } from '@nats-io/jetstream';
import type { LoggedEvent, TailOptions } from '../bus.ts';
import { decodeEvent } from '../encode-event.ts';
import { typeSubject, widestFilter } from './subjects.ts';

/** Messages asked for ahead: bounds what a slow reader holds in memory. */
const AHEAD = 256;
/** Wait after a failure to talk to the server, in ms. */
const RETRY = 500;

export interface TailWire {
  js: JetStreamClient;
  stream: string;
  prefix: string;
  lastSequence(): Promise<number>;
  /** Where the first message of a subject filter stands, from a sequence on; undefined when there is none. */
  firstFrom(sequence: number, filter: string): Promise<number | undefined>;
  closing: AbortSignal;
  /** Called after each reconnect: what had been fetched ahead cannot be trusted then. */
  onReconnect: Set<() => void>;
}

/**
 * A live reader over an ordered consumer, which makes itself anew after a gap.
 * Ends (without an error) behind `to`, when its signal is aborted, when the bus closes, or on `return`.
 */
export async function openTail(
  { js, stream, prefix, lastSequence, firstFrom, closing, onReconnect }: TailWire,
  { types, tenant, from, since, to = Number.POSITIVE_INFINITY, signal }: TailOptions,
): Promise<AsyncIterableIterator<LoggedEvent>> {
  const filter = widestFilter(prefix, types, tenant);
  const wanted = new Set(types.map((type) => typeSubject(prefix, type)));
  const ending = Promise.withResolvers<void>();
  // By time the server finds the place, until the first message has told it.
  let start = from === undefined ? since : undefined;
  let next = from === undefined && !since ? (await lastSequence()) + 1 : Math.max(from ?? 1, 1);
  let ended = false;
  let exhausted = false;
  let stale: ConsumerMessages | undefined;
  let messages = await fetchAhead();

  async function fetchAhead(): Promise<ConsumerMessages> {
    const consumer = await js.consumers.get(stream, {
      filter_subjects: filter,
      ...(start
        ? { deliver_policy: DeliverPolicy.StartTime, opt_start_time: start.toISOString() }
        : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: next }),
    });
    // Nothing may be left before `to`, and no message would come to say so.
    exhausted = (await consumer.info()).num_pending === 0 && (await nothingLeft());
    return consumer.consume({ max_messages: AHEAD });
  }

  /** The log itself is asked: a server's counts of pending messages may be too low by one under load (seen with 2.9). */
  async function nothingLeft(): Promise<boolean> {
    if (to === Number.POSITIVE_INFINITY) return false;
    const sequence = await firstFrom(next, filter);
    return sequence === undefined || sequence > to;
  }

  function resume(): void {
    stale = messages;
    messages.stop();
  }

  function end(): void {
    if (ended) return;
    ended = true;
    onReconnect.delete(resume);
    signal?.removeEventListener('abort', end);
    closing.removeEventListener('abort', end);
    ending.resolve();
    messages.stop();
  }
  onReconnect.add(resume);
  signal?.addEventListener('abort', end);
  closing.addEventListener('abort', end);
  if (signal?.aborted || closing.aborted) end();

  /** The server may be away: tries until it answers or the reader is ended. */
  async function readAnew(): Promise<void> {
    while (!ended) {
      try {
        // A server that lost the end of its log counts on from there.
        next = Math.min(next, (await lastSequence()) + 1);
        messages = await fetchAhead();
        if (ended) messages.stop();
        return;
      } catch {
        const { promise, resolve } = Promise.withResolvers<void>();
        const timer = setTimeout(resolve, RETRY);
        await Promise.race([promise, ending.promise]);
        clearTimeout(timer);
      }
    }
  }

  async function* read(): AsyncGenerator<LoggedEvent, undefined> {
    while (!ended) {
      if (exhausted || next > to) break;
      const current = messages;
      for await (const message of current) {
        if (ended) return;
        if (stale === current) break;
        // The recovery of the ordered consumer must not take the reader back.
        if (message.seq < next) continue;
        next = message.seq + 1;
        start = undefined;
        if (message.seq > to) {
          end();
          return;
        }
        const event = wanted.has(message.subject.slice(0, message.subject.lastIndexOf('.'))) ? decodeEvent(message.string()) : undefined;
        if (event && (tenant === undefined || event.tenant === tenant)) yield { sequence: message.seq, event };
        try {
          if (message.seq < to && (message.info.pending > 0 || !(await nothingLeft()))) continue;
        } catch {
          break; // the server is away, and reading anew waits for it
        }
        end();
        return;
      }
      await readAnew();
    }
    end();
  }

  const generator = read();
  return {
    next: () => generator.next(),
    return() {
      end();
      return generator.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      end();
    },
  } as AsyncIterableIterator<LoggedEvent>;
}
