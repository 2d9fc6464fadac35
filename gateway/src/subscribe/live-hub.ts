import type { LoggedEvent } from '@customerai/events';
import type { Logger } from '@customerai/service';
import { createGroup, type Group, type Interest } from './group.ts';
import type { Message } from './message.ts';
import { type Ending, type Outlet, Subscriber } from './subscriber.ts';

/** Something that happened and that nobody keeps, in the form that the log's events have. */
export type LiveEvent = LoggedEvent['event'];

/** What a live source tells. */
export interface LiveSink {
  next(event: LiveEvent): void;
  /** The source was away: something may have been missed. */
  missed(): void;
  /** Nothing more comes. */
  end(ending: Ending): void;
}

/** Where live events come from; opened once for all who ask for the same `key`. */
export interface LiveSource {
  key: string;
  /** Resolves once nothing that happens later can be missed. Rejects with what the subscribers are told. */
  open(sink: LiveSink): Promise<AsyncDisposable>;
}

/** Brings what is kept nowhere to subscribers: one reader a source, however many subscribe; a client that is too slow for it is let go. */
export interface LiveHub<Asked extends Interest = Interest> extends AsyncDisposable {
  /** Resolves once nothing that happens later can be missed; `greet` makes the first message of all, and the interest's first value follows. */
  join(source: LiveSource, interest: Asked, outlet: Outlet, greet?: (sequence: number) => Message | undefined): Promise<Subscriber>;
  /** The subscriber asks for something else from now on. */
  move(subscriber: Subscriber, source: LiveSource, interest: Asked): void;
  subscribers(): Iterable<Subscriber>;
  readonly size: number;
  /** Sources that are open now. */
  readonly readers: number;
}

const MOST_TRIES = 5;

/** Stands where something may have been missed. */
const MISSED = { type: 'missed' } as LiveEvent;

interface Feed<Asked extends Interest> {
  open: Promise<AsyncDisposable>;
  groups: Map<string, Group<Asked>>;
  members: Set<Subscriber>;
  joining: number;
  /** Sequence of the last event. */
  last: number;
  /** Set once the source has ended. */
  ended?: Ending;
}

/** `missed`: the message that says so. */
export function createLiveHub<Asked extends Interest>(options: { log: Logger; missed(sequence: number): Message }): LiveHub<Asked> {
  const { log, missed } = options;
  const feeds = new Map<string, Feed<Asked>>();
  const feedOf = new WeakMap<Subscriber, Feed<Asked>>();
  let sequence = 0; // over all sources, so that it tells every event from every other

  /** That something was missed stands in the row of events, and everybody wants to know. */
  const knowing = (interest: Asked): Asked => ({
    ...interest,
    wants: (logged: LoggedEvent) => logged.event === MISSED || interest.wants(logged),
    answer: (logged: LoggedEvent) => (logged.event === MISSED ? Promise.resolve(missed(logged.sequence)) : interest.answer(logged)),
  });

  function feedFor(source: LiveSource): Feed<Asked> {
    const known = feeds.get(source.key);
    if (known) return known;
    const feed: Feed<Asked> = { open: undefined as never, groups: new Map(), members: new Set(), joining: 0, last: sequence };
    const next = (event: LiveEvent) => {
      if (feeds.get(source.key) !== feed) return;
      feed.last = ++sequence;
      for (const group of feed.groups.values()) group.offer({ sequence: feed.last, event });
    };
    feed.open = source.open({
      next,
      missed: () => next(MISSED),
      end: (ending) => end(source.key, feed, ending),
    });
    feed.open.catch(() => end(source.key, feed, { kind: 'broken' }));
    feeds.set(source.key, feed);
    return feed;
  }

  function end(key: string, feed: Feed<Asked>, ending: Ending): void {
    close(key, feed);
    feed.ended = ending;
    // What was told before the end is worked out and handed over first.
    void Promise.all([...feed.groups.values()].map((group) => group.idle())).then(() => {
      for (const member of feed.members) member.end(ending);
    });
  }

  function close(key: string, feed: Feed<Asked>): void {
    if (feeds.get(key) !== feed) return;
    feeds.delete(key);
    feed.open.then((opened) => opened[Symbol.asyncDispose]()).catch((error: Error) => log.debug({ err: error }, 'a live source did not close'));
  }

  function closeIfIdle(key: string, feed: Feed<Asked>): void {
    if (feed.members.size === 0 && feed.joining === 0) close(key, feed);
  }

  /** Worked out anew when something happened meanwhile, so that it shows that too; a source that never rests is let be after some tries. */
  async function firstOf(feed: Feed<Asked>, interest: Asked): Promise<Message | undefined> {
    for (let tries = 1; ; tries++) {
      const at = feed.last;
      const message = await interest.first?.({ sequence: at, log: 0 });
      if (feed.last === at || tries === MOST_TRIES) return message;
    }
  }

  function groupFor(key: string, feed: Feed<Asked>, interest: Asked): Group<Asked> {
    const known = feed.groups.get(interest.key);
    if (known) return known;
    const group: Group<Asked> = createGroup<Asked>({
      interest: knowing(interest),
      position: () => feed.last,
      catchUp: (subscriber) => subscriber.end({ kind: 'slow' }), // there is nowhere to read again what it had no room for
      onLeave: (subscriber) => {
        feed.members.delete(subscriber);
        if (--group.members === 0 && feed.groups.get(interest.key) === group) feed.groups.delete(interest.key);
        closeIfIdle(key, feed);
      },
    });
    feed.groups.set(interest.key, group);
    return group;
  }

  function enter(feed: Feed<Asked>, group: Group<Asked>, subscriber: Subscriber): void {
    group.members++;
    feed.members.add(subscriber);
    feedOf.set(subscriber, feed);
    subscriber.group = group;
    subscriber.live = true;
    group.live.add(subscriber);
  }

  return {
    join: async (source, interest, outlet, greet) => {
      const feed = feedFor(source);
      feed.joining++;
      try {
        await feed.open;
        const greeting = greet?.(feed.last);
        if (greeting) outlet.send(greeting);
        const first = interest.first && (await firstOf(feed, interest));
        const group = groupFor(source.key, feed, interest);
        const subscriber = new Subscriber(group, outlet, feed.last);
        enter(feed, group, subscriber);
        if (first) subscriber.deliver(first);
        if (feed.ended) subscriber.end(feed.ended);
        return subscriber;
      } finally {
        feed.joining--;
        closeIfIdle(source.key, feed);
      }
    },
    move: (subscriber, source, interest) => {
      const { group: before } = subscriber;
      if (subscriber.ended || before.interest.key === interest.key) return;
      const feed = feedFor(source);
      feed.joining++; // or leaving the one group would close the reader
      const sameFeed = feedOf.get(subscriber) === feed;
      subscriber.position = sameFeed ? Math.max(subscriber.position, before.floor()) : feed.last;
      const unheard = sameFeed ? before.waiting() : [];
      before.leave(subscriber);
      const group = groupFor(source.key, feed, interest);
      enter(feed, group, subscriber);
      group.adopt(unheard);
      feed.joining--;
    },
    subscribers: function* () {
      for (const { members } of feeds.values()) yield* Array.from(members);
    },
    get size() {
      return [...feeds.values()].reduce((sum, { members }) => sum + members.size, 0);
    },
    get readers() {
      return feeds.size;
    },
    [Symbol.asyncDispose]: async () => {
      for (const [key, feed] of feeds) {
        close(key, feed);
        for (const member of feed.members) member.end({ kind: 'closed' });
      }
    },
  };
}
