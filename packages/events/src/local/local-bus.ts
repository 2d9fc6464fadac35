import type { CloudEvent } from '../cloud-event.ts';
import type { ConsumerOptions, EventBus, LoggedEvent } from '../bus.ts';
import { checkConsumerName } from '../delivery/consumer-name.ts';
import { encodeEvent } from '../encode-event.ts';
import type { RemoteConsumer } from './bus-session.ts';
import { openLink } from './link-server.ts';

/**
 * The event log of another process of this machine. A consumer that another process runs already waits here until that one ends, as with
 * JetStream. When the other process is gone everything fails: there is nothing to go on with.
 */
export async function openLocalBus(url: string): Promise<EventBus> {
  const own = new Map<string, ConsumerOptions>();
  const link = await openLink(url, 'bus', {
    handle: ({ name, event, sequence, attempt }: { name: string; event: CloudEvent; sequence: number; attempt: number }, signal) =>
      own.get(name)!.handle(event, { sequence, attempt, signal }),
    deadLetter: ({ name, event, error }: { name: string; event: CloudEvent; error: Error }) =>
      own.get(name)!.onDeadLetter(event, Object.assign(new Error(error.message), { name: error.name })),
  });
  const closing = new AbortController();
  const assertOpen = () => {
    if (closing.signal.aborted) throw new Error('The event bus is closed.');
  };

  async function stop(name: string): Promise<void> {
    await link.ask('stop', name).catch(() => {});
    own.delete(name);
  }

  return {
    async publish(event) {
      encodeEvent(event); // refuses here, with an error of the right kind
      return link.ask('publish', event);
    },
    async consume(options) {
      assertOpen();
      const { name, types, concurrency, backoff, timeout } = options;
      checkConsumerName(name);
      if (own.has(name)) throw new Error(`Consumer ${name} runs already: a durable name has one consumer.`);
      own.set(name, options);
      await link.ask('consume', { name, types, concurrency, backoff, timeout } satisfies RemoteConsumer);
      return { [Symbol.asyncDispose]: () => stop(name) };
    },
    async tail({ signal, ...options }) {
      assertOpen();
      const id = await link.ask<number>('tail', options);
      return readTail(
        () => link.ask('next', id),
        () => void link.ask('endTail', id).catch(() => {}),
        signal ? AbortSignal.any([signal, closing.signal]) : closing.signal,
      );
    },
    extent: () => link.ask('extent', null),
    idAt: async (sequence) => (await link.ask<string | null>('idAt', sequence)) ?? undefined,
    settle: () => link.ask('settle', null),
    status: () => link.ask('status', null),
    async [Symbol.asyncDispose]() {
      if (closing.signal.aborted) return;
      closing.abort();
      await Promise.all([...own.keys()].map(stop));
      link.close();
      await link.closed;
    },
  };
}

/** A reader that ends at once, without an error, when it is returned or its signal is aborted, also while it waits. */
function readTail(ask: () => Promise<IteratorResult<LoggedEvent>>, onEnd: () => void, signal: AbortSignal): AsyncIterableIterator<LoggedEvent> {
  const ended = Promise.withResolvers<IteratorResult<LoggedEvent>>();
  const done = { done: true, value: undefined } as const;
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    signal.removeEventListener('abort', end);
    ended.resolve(done);
    onEnd();
  };
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  const reader = {
    async next(): Promise<IteratorResult<LoggedEvent>> {
      if (over) return done;
      const asked = ask();
      asked.catch(() => {});
      const result = await Promise.race([asked, ended.promise]);
      if (result.done) end();
      return result.done ? done : result;
    },
    async return(): Promise<IteratorResult<LoggedEvent>> {
      end();
      return done;
    },
    [Symbol.asyncIterator]() {
      return reader;
    },
    async [Symbol.asyncDispose]() {
      end();
    },
  };
  return reader as AsyncIterableIterator<LoggedEvent>;
}
