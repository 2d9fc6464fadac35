import type { GraphQLError } from 'graphql';
import type { Group } from './group.ts';
import type { Message } from './message.ts';

/** Why a stream ends without the client's asking. `slow`: the field lets nobody wait. `broken`: the log cannot be read. `complete`: its source has no more. */
export type Ending = { kind: 'slow' | 'broken' | 'closed' | 'complete' } | { kind: 'refused'; errors: readonly GraphQLError[] };

/** Where one subscriber's messages go. */
export interface Outlet {
  /** False when it takes no more for now; it calls `drained` of the subscriber later. The message itself was taken. */
  send(message: Message): boolean;
  end(ending: Ending): void;
  /** Told before the first message: the cursor of where the stream begins. */
  begin?(cursor: string): void;
}

/** What happens to events that a slow client has no room for; read from `@eventStream`. */
export interface SlowPolicy {
  /** `buffer`: wait, and beyond that are read from the log again when there is room. `latest`: only the newest waits. `disconnect`: the stream ends. */
  kind: 'buffer' | 'latest' | 'disconnect';
  /** Most events that wait in memory. */
  events: number;
}

/** However many events may wait, they take no more than this, in bytes. They are shared with others, so mostly it costs less. */
const MAX_WAITING_BYTES = 1024 * 1024;

/** One subscriber. A class with few fields, because there are tens of thousands of them. */
export class Subscriber {
  group: Group;
  /** Everything up to here has been handed out or does not concern it. */
  position: number;
  /** Gets events as they come; otherwise it reads the log until it has caught up. */
  live = false;
  ended = false;
  readonly outlet: Outlet;
  #blocked = false;
  #waiting: Message[] | undefined = undefined;
  #waitingBytes = 0;
  #wake: (() => void) | undefined = undefined;

  constructor(group: Group, outlet: Outlet, position: number) {
    this.group = group;
    this.outlet = outlet;
    this.position = position;
  }

  /** A live message. One that finds no room is dealt with by the field's policy. */
  take(message: Message): void {
    if (!this.#blocked) return this.deliver(message);
    const { kind, events } = this.group.slow;
    if (kind === 'latest') {
      this.#waiting = [message];
      this.position = message.sequence;
    } else if ((this.#waiting?.length ?? 0) < events && this.#waitingBytes + message.payload.length <= MAX_WAITING_BYTES) {
      (this.#waiting ??= []).push(message);
      this.#waitingBytes += message.payload.length;
      this.position = message.sequence;
    } else if (kind === 'disconnect') {
      this.end({ kind: 'slow' });
    } else {
      this.position = message.sequence - 1;
      this.group.fallBehind(this);
    }
  }

  deliver(message: Message): void {
    if (message.sequence > this.position) this.position = message.sequence;
    this.#hand(message);
  }

  #hand(message: Message): void {
    this.#blocked = !this.outlet.send(message);
    if (message.last) this.end({ kind: 'complete' });
  }

  /** The outlet takes messages again. */
  drained(): void {
    this.#blocked = false;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#waitingBytes = 0;
    for (let index = 0; waiting && index < waiting.length; index++) {
      if (this.#blocked) {
        this.#waiting = waiting.slice(index);
        for (const { payload } of this.#waiting) this.#waitingBytes += payload.length;
        return;
      }
      this.#hand(waiting[index]!);
    }
    if (!this.#blocked) this.#wake?.();
  }

  /** Resolves when there is room, or the stream has ended. */
  async room(): Promise<void> {
    while (this.#blocked && !this.ended) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      await promise;
    }
    this.#wake = undefined;
  }

  /** Ends the stream and says why. */
  end(ending: Ending): void {
    if (this.ended) return;
    this.close();
    this.outlet.end(ending);
  }

  /** Ends the stream without a word: the client has gone or has had enough. */
  close(): void {
    if (this.ended) return;
    this.ended = true;
    this.#waiting = undefined;
    this.#wake?.();
    this.group.leave(this);
  }
}
