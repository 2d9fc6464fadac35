import type { EventBus, LoggedEvent } from '@customerai/events';
import type { Logger } from '@customerai/service';
import { createGroup, type Group, type Message } from './group.ts';
import { createQueue, type CutOff, type Queue } from './queue.ts';
import type { Stream } from './streams.ts';

export interface Interest {
  stream: Stream;
  tenant: string;
  /** Equal for subscribers who must get equal answers: operation, variables and rights. */
  key: string;
  wants(logged: LoggedEvent): boolean;
  /** Works out the answer to one event; never rejects. */
  work(logged: LoggedEvent): Promise<Message>;
}

/** Brings events to subscribers: one reader of the log an event type, however many subscribers there are. */
export interface Hub extends AsyncDisposable {
  /** Resolves once nothing published later can be missed. `onCutOff`: the subscriber gets no more. */
  join(interest: Interest, onCutOff: (reason: CutOff) => void): Promise<AsyncIterableIterator<Message>>;
  /** Readers of the log that are open now. */
  readonly readers: number;
}

interface Channel {
  /** Tenant to its groups by key. */
  tenants: Map<string, Map<string, Group>>;
  ready: Promise<void>;
  stop: AbortController;
}

export function createHub(options: { bus: EventBus; maxWaiting: number; log: Logger }): Hub {
  const { bus, maxWaiting, log } = options;
  const channels = new Map<string, Channel>();

  function openChannel(stream: Stream): Channel {
    const { type } = stream.contract;
    const stop = new AbortController();
    const opening = bus.tail({ types: [type], signal: stop.signal });
    const channel: Channel = { tenants: new Map(), stop, ready: opening.then(() => {}) };
    channels.set(type, channel);
    opening
      .then(async (events) => {
        for await (const logged of events) deliver(stream, channel, logged);
      })
      .catch((error: unknown) => log.error({ err: error as Error, eventType: type }, 'the event stream broke'))
      .finally(() => closeChannel(type, channel, (member) => member.cutOff('broken')));
    return channel;
  }

  function deliver(stream: Stream, { tenants }: Channel, { sequence, event }: LoggedEvent): void {
    const groups = tenants.get(event.tenant);
    if (!groups) return;
    try {
      const parsed = { sequence, event: stream.contract.parse(event) };
      for (const group of groups.values()) group.offer(parsed);
    } catch (error) {
      log.error({ err: error as Error, eventId: event.id, eventType: event.type }, 'an event breaks its contract and was left out');
    }
  }

  /** Whoever still listens hears of it by `end`. */
  function closeChannel(type: string, channel: Channel, end: (member: Queue<Message>) => void): void {
    channel.stop.abort();
    if (channels.get(type) === channel) channels.delete(type);
    for (const groups of channel.tenants.values()) for (const group of groups.values()) for (const member of group.members) end(member);
  }

  function leave(type: string, channel: Channel, { tenant, key }: Interest, group: Group, member: Queue<Message>): void {
    group.members.delete(member);
    const groups = channel.tenants.get(tenant);
    if (group.members.size === 0 && groups?.get(key) === group) groups.delete(key);
    if (groups?.size === 0) channel.tenants.delete(tenant);
    if (channel.tenants.size === 0) closeChannel(type, channel, () => {});
  }

  return {
    join: async (interest, onCutOff) => {
      const { type } = interest.stream.contract;
      const channel = channels.get(type) ?? openChannel(interest.stream);
      let groups = channel.tenants.get(interest.tenant);
      if (!groups) channel.tenants.set(interest.tenant, (groups = new Map()));
      let group = groups.get(interest.key);
      if (!group) groups.set(interest.key, (group = createGroup({ ...interest, limit: maxWaiting })));
      const joined = group;
      const member: Queue<Message> = createQueue(maxWaiting, { onCutOff, onEnd: () => leave(type, channel, interest, joined, member) });
      joined.members.add(member);
      try {
        await channel.ready;
      } catch (error) {
        member.end();
        throw error;
      }
      return member;
    },
    get readers() {
      return channels.size;
    },
    [Symbol.asyncDispose]: async () => {
      for (const [type, channel] of channels) closeChannel(type, channel, (member) => member.end());
    },
  };
}
