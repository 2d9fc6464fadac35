import type { LoggedEvent } from '@customerai/events';
import type { Place } from './cursor.ts';
import type { Message } from './message.ts';
import type { SlowPolicy, Subscriber } from './subscriber.ts';

const MAX_WAITING = 1_024; // events that wait for their answers; beyond, members read them from the log

/** What the members of a group have in common. */
export interface Interest {
  tenant: string;
  /** Equal for subscribers who must get equal messages: operation, variables and rights. */
  key: string;
  slow: SlowPolicy;
  wants(logged: LoggedEvent): boolean;
  /** Works out the message of one event; never rejects. */
  answer(logged: LoggedEvent): Promise<Message>;
  /** What is given before any event; never rejects. */
  first?(place: Place): Promise<Message>;
  /** Whether it can be over: then who goes on from a cursor behind its end is told so. */
  ends?: boolean;
}

/** Subscribers who ask the same with the same rights: each event is worked out once for all of them, one event after the other, so that order holds. */
export interface Group<Asked extends Interest = Interest> {
  readonly interest: Asked;
  readonly slow: SlowPolicy;
  offer(logged: LoggedEvent): void;
  /** How many belong to it, live or catching up; the hub counts. */
  members: number;
  /** Members that get events as they come. */
  readonly live: Set<Subscriber>;
  /** Every event up to here has reached the live members. */
  floor(): number;
  /** Events that wait for their answers here, those under way included. */
  waiting(): readonly LoggedEvent[];
  /** Takes over what a new member still has to get, in its place among what waits here; other members have had it. */
  adopt(events: readonly LoggedEvent[]): void;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
  /** The log counts on from an earlier position. */
  rollBack(position: number): void;
  fallBehind(subscriber: Subscriber): void;
  leave(subscriber: Subscriber): void;
}

export function createGroup<Asked extends Interest>(options: {
  interest: Asked;
  /** Position of the channel that feeds the group. */
  position(): number;
  catchUp(subscriber: Subscriber): void;
  onLeave(subscriber: Subscriber): void;
}): Group<Asked> {
  const { interest, position, catchUp, onLeave } = options;
  const live = new Set<Subscriber>();
  let waiting: LoggedEvent[] = [];
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    for (let next = waiting[0]; next; next = waiting[0]) {
      if (live.size > 0) {
        const message = await interest.answer(next);
        for (const subscriber of live) if (message.sequence > subscriber.position) subscriber.take(message);
      }
      if (waiting[0] === next) waiting.shift();
    }
  }

  function start(): void {
    working ??= work().then(() => {
      working = undefined;
      if (waiting.length > 0) start();
    });
  }

  const floor = () => (waiting.length > 0 ? waiting[0]!.sequence - 1 : position());

  function fallBehind(subscriber: Subscriber): void {
    live.delete(subscriber);
    subscriber.live = false;
    catchUp(subscriber);
  }

  return {
    interest,
    slow: interest.slow,
    members: 0,
    live,
    floor,
    fallBehind,
    waiting: () => waiting,
    adopt: (events) => {
      const known = new Set(waiting.map(({ sequence }) => sequence));
      const added = events.filter((logged) => !known.has(logged.sequence) && interest.wants(logged));
      if (added.length === 0) return;
      const [underWay, ...later] = waiting;
      waiting = [...(underWay ? [underWay] : []), ...[...later, ...added].toSorted((a, b) => a.sequence - b.sequence)];
      start();
    },
    idle: () => working ?? Promise.resolve(),
    offer: (logged) => {
      if (live.size === 0 || !interest.wants(logged)) return;
      if (waiting.length >= MAX_WAITING) {
        const reached = floor();
        waiting = waiting.slice(0, 1); // which is being worked on
        for (const subscriber of live) {
          subscriber.position = Math.max(subscriber.position, reached);
          fallBehind(subscriber);
        }
        return;
      }
      waiting.push(logged);
      start();
    },
    rollBack: (to) => {
      for (const subscriber of live) subscriber.position = Math.min(subscriber.position, to);
    },
    leave: (subscriber) => {
      live.delete(subscriber);
      onLeave(subscriber);
    },
  };
}
