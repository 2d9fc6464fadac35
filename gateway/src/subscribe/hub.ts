import type { EventBus, EventContract, LoggedEvent } from '@customerai/events';
import type { Logger } from '@customerai/service';
import { type Channel, openChannel } from './channel.ts';
import { logTag, type Place } from './cursor.ts';
import { createGroup, type Group, type Interest } from './group.ts';
import type { Message } from './message.ts';
import { type Outlet, Subscriber } from './subscriber.ts';

/** Where a new subscriber begins. `resync`: with the place it could not go on from gone, it begins now and is told so. */
export type Start = { place: Place; resync: boolean };

/** Brings events to subscribers: one live reader of the log an event type, however many subscribers there are. */
export interface Hub<Asked extends Interest = Interest> extends AsyncDisposable {
  /**
   * Resolves once nothing published later can be missed. With `after`, first gives what came after that place; `greet` makes the first message of
   * all from where the stream begins. A stream that begins anew gives the interest's first value before any event. Rejects when the log cannot be read.
   */
  join(
    contract: EventContract<any>,
    interest: Asked,
    outlet: Outlet,
    options?: { after?: Place | undefined; greet?: ((start: Start) => Message | undefined) | undefined },
  ): Promise<Subscriber>;
  /** The subscriber asks for something else from where it stands, without missing or repeating anything. */
  move(subscriber: Subscriber, contract: EventContract<any>, interest: Asked): void;
  /** Tag of the log that events of the type are read from now; 0 while nobody reads. */
  logOf(contract: EventContract<any>): number;
  /** All subscribers, of all groups. */
  subscribers(): Iterable<Subscriber>;
  /** How many subscribers there are. */
  readonly size: number;
  /** Readers of the log that are open now. */
  readonly readers: number;
}

interface Feed {
  channel: Channel;
  stop: AbortController;
  /** Tenant to its groups by key. */
  tenants: Map<string, Map<string, Group<any>>>;
  members: Set<Subscriber>;
  /** Joins under way keep the reader open. */
  joining: number;
}

export function createHub<Asked extends Interest>(options: { bus: EventBus; log: Logger; tries?: number }): Hub<Asked> {
  const { bus, log, tries = 8 } = options;
  const feeds = new Map<string, Feed>();

  function openFeed(contract: EventContract<any>): Feed {
    const { type } = contract;
    const groupsOf = ({ event }: LoggedEvent) => feed.tenants.get(event.tenant)?.values() ?? [];
    const channel = openChannel({
      bus,
      contract,
      tries,
      log,
      onEvent: (logged) => {
        for (const group of groupsOf(logged)) group.offer(logged);
      },
      onRollback: (position) => {
        for (const groups of feed.tenants.values()) for (const group of groups.values()) group.rollBack(position);
      },
      onBroken: () => {
        close(type, feed);
        for (const member of feed.members) member.end({ kind: 'broken' });
      },
    });
    const feed: Feed = { channel, stop: new AbortController(), tenants: new Map(), members: new Set(), joining: 0 };
    feeds.set(type, feed);
    return feed;
  }

  function close(type: string, feed: Feed): void {
    feed.channel.close();
    feed.stop.abort();
    if (feeds.get(type) === feed) feeds.delete(type);
  }

  function closeIfIdle(type: string, feed: Feed): void {
    if (feed.members.size === 0 && feed.joining === 0) close(type, feed);
  }

  function groupFor(type: string, feed: Feed, interest: Asked): Group<Asked> {
    let groups = feed.tenants.get(interest.tenant);
    if (!groups) feed.tenants.set(interest.tenant, (groups = new Map()));
    const known = groups.get(interest.key);
    if (known) return known;
    const own = groups;
    const group: Group<Asked> = createGroup<Asked>({
      interest,
      position: () => feed.channel.position,
      catchUp: (subscriber) => void catchUp(feed, subscriber),
      onLeave: (subscriber) => {
        feed.members.delete(subscriber);
        if (--group.members === 0 && own.get(interest.key) === group) own.delete(interest.key);
        if (own.size === 0 && feed.tenants.get(interest.tenant) === own) feed.tenants.delete(interest.tenant);
        closeIfIdle(type, feed);
      },
    });
    groups.set(interest.key, group);
    return group;
  }

  function enter(feed: Feed, group: Group<Asked>, subscriber: Subscriber): void {
    group.members++;
    feed.members.add(subscriber);
  }

  /** Reads the log for one subscriber until it stands where the live reader stands. Whether it does is asked and answered in one turn: no gap, no double. */
  async function catchUp(feed: Feed, subscriber: Subscriber): Promise<void> {
    const { channel, stop } = feed;
    try {
      for (;;) {
        await subscriber.room();
        if (subscriber.ended) return;
        const { group } = subscriber;
        const to = channel.position;
        if (subscriber.position >= to) {
          subscriber.live = true;
          group.live.add(subscriber);
          return;
        }
        await replay(subscriber, group, channel.history(group.interest.tenant, subscriber.position + 1, to, stop.signal));
        if (subscriber.ended) return;
        if (subscriber.group === group && channel.position >= to) subscriber.position = Math.max(subscriber.position, to);
      }
    } catch (error) {
      log.error({ err: error as Error }, 'the event log could not be read for a subscriber');
      subscriber.end({ kind: 'broken' });
    }
  }

  /** The first value, worked out after the subscriber's place was taken: whatever it does not show yet comes as an event. */
  async function hydrate(feed: Feed, subscriber: Subscriber, place: Place): Promise<void> {
    for (;;) {
      const { group } = subscriber;
      const message = await group.interest.first?.(place);
      if (subscriber.ended) return;
      if (subscriber.group !== group) continue; // its rights or the graph changed meanwhile
      if (message) subscriber.deliver(message);
      return catchUp(feed, subscriber);
    }
  }

  /** Goes on from a place. What ended before it brings no event any more: its end is told again, by a first value. */
  async function goOn(feed: Feed, subscriber: Subscriber, { log: tag }: Place): Promise<void> {
    await catchUp(feed, subscriber);
    for (;;) {
      const { group } = subscriber;
      if (subscriber.ended || !group.interest.ends) return;
      const message = await group.interest.first?.({ sequence: subscriber.position, log: tag });
      if (subscriber.group !== group) continue;
      if (message?.last && !subscriber.ended) subscriber.deliver(message);
      return;
    }
  }

  async function replay(subscriber: Subscriber, group: Group<any>, events: AsyncIterable<LoggedEvent> | Iterable<LoggedEvent>): Promise<void> {
    let newest: LoggedEvent | undefined;
    const give = async (logged: LoggedEvent) => {
      const message = await group.interest.answer(logged);
      if (subscriber.ended || subscriber.group !== group) return;
      subscriber.deliver(message);
      await subscriber.room();
    };
    for await (const logged of events) {
      if (subscriber.ended || subscriber.group !== group) return;
      if (!group.interest.wants(logged)) continue;
      if (group.slow.kind === 'latest') newest = logged;
      else await give(logged);
    }
    if (newest) await give(newest);
  }

  async function startOf(channel: Channel, after: Place | undefined): Promise<Start> {
    if (!after) return { place: { sequence: channel.position, log: channel.log }, resync: false };
    const { id, first, last } = await bus.extent();
    const kept = after.log === logTag(id) && after.sequence >= first - 1 && after.sequence <= Math.max(last, channel.position);
    return kept ? { place: after, resync: false } : { place: { sequence: channel.position, log: channel.log }, resync: true };
  }

  return {
    join: async (contract, interest, outlet, { after, greet } = {}) => {
      const { type } = contract;
      const feed = feeds.get(type) ?? openFeed(contract);
      feed.joining++;
      try {
        await feed.channel.ready;
        const start = await startOf(feed.channel, after);
        const group = groupFor(type, feed, interest);
        const subscriber = new Subscriber(group, outlet, start.place.sequence);
        enter(feed, group, subscriber);
        const first = greet?.(start);
        if (first) subscriber.deliver(first);
        const anew = interest.first && (!after || start.resync);
        void (anew ? hydrate(feed, subscriber, start.place) : goOn(feed, subscriber, start.place));
        return subscriber;
      } finally {
        feed.joining--;
        closeIfIdle(type, feed);
      }
    },
    move: (subscriber, contract, interest) => {
      const before = subscriber.group;
      const feed = feeds.get(contract.type);
      if (subscriber.ended || before.interest.key === interest.key) return;
      if (!feed?.members.has(subscriber)) return subscriber.end({ kind: 'broken' });
      if (subscriber.live) subscriber.position = Math.max(subscriber.position, before.floor());
      const wasLive = subscriber.live;
      subscriber.live = false;
      const group = groupFor(contract.type, feed, interest);
      feed.joining++; // or leaving the one group would close the reader
      before.leave(subscriber);
      enter(feed, group, subscriber);
      feed.joining--;
      subscriber.group = group;
      if (wasLive) void catchUp(feed, subscriber);
    },
    logOf: ({ type }) => feeds.get(type)?.channel.log ?? 0,
    subscribers: function* () {
      // A copy: whoever moves is added anew.
      for (const { members } of feeds.values()) yield* Array.from(members);
    },
    get size() {
      return [...feeds.values()].reduce((sum, { members }) => sum + members.size, 0);
    },
    get readers() {
      return feeds.size;
    },
    [Symbol.asyncDispose]: async () => {
      for (const [type, feed] of feeds) {
        close(type, feed);
        for (const member of feed.members) member.end({ kind: 'closed' });
      }
    },
  };
}
