import type { JsMsg } from '@nats-io/jetstream';
import type { BusLog, ConsumerOptions } from '../bus.ts';
import { createKeyedRunner } from '../delivery/keyed-runner.ts';
import { createProgress } from '../delivery/progress.ts';
import { decodeEvent, orderKey } from '../encode-event.ts';
import type { CloudEvent } from '../cloud-event.ts';
import { typeSubject } from './subjects.ts';

/** With so many keys that could run there is work enough; keys that wait for a retry do not count, so they never stop intake. */
const RUNNABLE = 512;

export interface Session {
  readonly floor: number;
  readonly pending: number;
  readonly taken: number;
  readonly deadLetters: number;
  take(message: JsMsg): void;
  /** The log has nothing before this sequence any more. */
  dropped(before: number): void;
  /** Resolves when there is work for fewer keys than enough. */
  room(): Promise<void>;
  reached(sequence: number): Promise<void>;
  /** Tells the server that everything in hand is still being worked on. */
  keepAlive(): void;
  /** Waits for running handlers and for the acknowledgement of their acks. */
  end(): Promise<void>;
}

/** What one process has in hand of one durable consumer, from taking it over to letting it go. */
export function createSession(options: ConsumerOptions, prefix: string, start: number, log: BusLog): Session {
  const wanted = new Set(options.types.map((type) => typeSubject(prefix, type)));
  const progress = createProgress(start);
  const inHand = new Map<number, JsMsg>();
  const acks = new Set<Promise<unknown>>();
  const waiting = new Map<() => void, number>();
  let taken = start;
  let deadLetters = 0;
  let ended = false;
  let room = Promise.withResolvers<void>();

  const runner = createKeyedRunner(
    options,
    {
      load: (sequence) => decodeEvent(inHand.get(sequence)!.string()),
      finished(sequence, deadLetter) {
        if (deadLetter) deadLetters += 1;
        const message = inHand.get(sequence)!;
        inHand.delete(sequence);
        // Not awaited by the key: a lost ack only means that the event comes again and is acknowledged again.
        const ack = message
          .ackAck()
          .catch(() => false)
          .finally(() => acks.delete(ack));
        acks.add(ack);
        advance(sequence, sequence);
        if (runner.runnable < RUNNABLE) room.resolve();
      },
    },
    log,
  );

  function advance(first: number, last: number): void {
    progress.finish(first, last);
    for (const [resolve, sequence] of waiting) {
      if (progress.floor < sequence) continue;
      waiting.delete(resolve);
      resolve();
    }
  }

  /** Finishes what the stream no longer has, but nothing that is in hand. */
  function dropped(before: number): void {
    if (taken + 1 >= before) return;
    const held = [...inHand.keys()].filter((sequence) => sequence > taken && sequence < before).sort((a, b) => a - b);
    let first = taken + 1;
    for (const sequence of [...held, before]) {
      if (first < sequence) advance(first, sequence - 1);
      first = sequence + 1;
    }
    taken = before - 1;
  }

  function decode(message: JsMsg): CloudEvent | undefined {
    try {
      return decodeEvent(message.string());
    } catch {
      log.error({ consumer: options.name, sequence: message.seq, subject: message.subject }, 'message is not an event, skipped');
      return undefined;
    }
  }

  return {
    get floor() {
      return progress.floor;
    },
    get pending() {
      return runner.size;
    },
    get taken() {
      return taken;
    },
    get deadLetters() {
      return deadLetters;
    },
    take(message) {
      const { seq } = message;
      if (progress.has(seq)) return message.ack();
      // Delivered again while in hand: the newer one carries the reply that counts.
      if (inHand.has(seq)) return void inHand.set(seq, message);
      dropped(seq);
      taken = Math.max(taken, seq);
      const event = wanted.has(message.subject.slice(0, message.subject.lastIndexOf('.'))) ? decode(message) : undefined;
      if (!event) {
        message.ack();
        return advance(seq, seq);
      }
      inHand.set(seq, message);
      runner.add(orderKey(event), seq);
    },
    dropped,
    async room() {
      while (!ended && runner.runnable >= RUNNABLE) {
        room = Promise.withResolvers();
        await room.promise;
      }
    },
    reached(sequence) {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (progress.floor >= sequence) resolve();
      else waiting.set(resolve, sequence);
      return promise;
    },
    keepAlive() {
      for (const message of inHand.values()) message.working();
    },
    async end() {
      ended = true;
      room.resolve();
      await runner.drain();
      await Promise.all(acks);
      for (const resolve of waiting.keys()) resolve();
    },
  };
}
