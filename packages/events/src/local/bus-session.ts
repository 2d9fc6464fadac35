import type { CloudEvent } from '../cloud-event.ts';
import { type ConsumerOptions, type EventBus, type LoggedEvent, type TailOptions, UnprocessableEvent } from '../bus.ts';
import type { Link, Methods } from './link.ts';

/** The part of a consumer's options that crosses the link; the functions stay where they are. */
export type RemoteConsumer = Pick<ConsumerOptions, 'name' | 'types' | 'concurrency' | 'backoff' | 'timeout'>;

/** Serves one process's log to others: gives what a link that was just opened may ask. */
export function createBusSessions(bus: EventBus): (link: () => Link) => Methods {
  /** Who has a consumer's name, or will have it next: resolves when the last of the queue lets go. */
  const holders = new Map<string, Promise<void>>();

  return (link) => {
    const consumers = new Map<string, AsyncDisposable>();
    const tails = new Map<number, AsyncIterableIterator<LoggedEvent>>();
    let lastTail = 0;
    let watched = false;

    /** A process that goes, gracefully or not, leaves its consumers to whoever waits for them. */
    function watch(): void {
      if (watched) return;
      watched = true;
      void link().closed.then(() => {
        for (const consumer of consumers.values()) void consumer[Symbol.asyncDispose]();
        for (const tail of tails.values()) void tail.return?.();
      });
    }

    async function consume(options: RemoteConsumer): Promise<void> {
      watch();
      const { name } = options;
      const before = holders.get(name);
      const released = Promise.withResolvers<void>();
      const turn = (before ?? Promise.resolve()).then(() => released.promise);
      holders.set(name, turn);
      let running: AsyncDisposable | undefined;
      let over = false;
      const start = async () => {
        if (!over) running = await bus.consume({ ...options, handle, onDeadLetter });
      };
      const handle: ConsumerOptions['handle'] = async (event, { sequence, attempt, signal }) => {
        try {
          await link().ask('handle', { name, event, sequence, attempt }, signal);
        } catch (error) {
          throw (error as Error).name === 'UnprocessableEvent' ? new UnprocessableEvent((error as Error).message) : error;
        }
      };
      const onDeadLetter = (event: CloudEvent, { name: kind, message }: Error) =>
        link().ask<void>('deadLetter', { name, event, error: { name: kind, message } });
      const starting = before ? before.then(start) : start();
      const finish = async () => {
        await starting.catch(() => {});
        await running?.[Symbol.asyncDispose]();
        released.resolve();
        if (holders.get(name) === turn) holders.delete(name);
      };
      consumers.set(name, {
        [Symbol.asyncDispose]: async () => {
          over = true;
          consumers.delete(name);
          const finished = finish();
          // One that still waits for its turn must not hold up who stops it.
          if (!before || running) await finished;
        },
      });
      // One that waits for its turn is in place as well.
      if (!before) await starting;
      else starting.catch(() => {});
    }

    return {
      publish: (event: CloudEvent) => bus.publish(event),
      consume,
      stop: (name: string) => consumers.get(name)?.[Symbol.asyncDispose](),
      tail: async ({ since, ...options }: TailOptions) => {
        watch();
        const id = ++lastTail;
        tails.set(id, await bus.tail({ ...options, ...(since && { since: new Date(since) }) }));
        return id;
      },
      next: async (id: number) => (await tails.get(id)?.next()) ?? { done: true },
      endTail: async (id: number) => {
        await tails.get(id)?.return?.();
        tails.delete(id);
      },
      extent: () => bus.extent(),
      idAt: async (sequence: number) => (await bus.idAt(sequence)) ?? null,
      settle: () => bus.settle(),
      status: async () => {
        const { lastSequence, consumers: all } = await bus.status();
        return { lastSequence, consumers: all.filter(({ name }) => consumers.has(name)) };
      },
    };
  };
}
