import type { LoggedEvent } from '@customerai/events';
import type { Queue } from './queue.ts';

/** What subscribers get for one event; shared, so nobody may change it. */
export interface Message {
  data?: unknown;
  errors?: readonly unknown[];
  extensions: { cursor: string };
}

/** Subscribers who ask the same with the same rights: each event is worked out once for all of them. */
export interface Group {
  readonly members: Set<Queue<Message>>;
  offer(logged: LoggedEvent): void;
}

/**
 * Works out one event after the other, so that every member sees them in order. Members get the events that come after they joined.
 * `limit` events may wait for the work; beyond, the members are cut off like slow readers, for the log can give the rest later.
 */
export function createGroup(options: { wants(logged: LoggedEvent): boolean; work(logged: LoggedEvent): Promise<Message>; limit: number }): Group {
  const { wants, work, limit } = options;
  const members = new Set<Queue<Message>>();
  const waiting: { logged: LoggedEvent; to: readonly Queue<Message>[] }[] = [];
  let working = false;

  async function drain(): Promise<void> {
    working = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const to = next.to.filter((member) => members.has(member));
      if (to.length === 0) continue;
      const message = await work(next.logged);
      for (const member of to) member.push(message);
    }
    working = false;
  }

  return {
    members,
    offer: (logged) => {
      if (!wants(logged)) return;
      if (waiting.length >= limit) {
        waiting.length = 0;
        for (const member of members) member.cutOff('slow');
        return;
      }
      waiting.push({ logged, to: [...members] });
      if (!working) void drain();
    },
  };
}
