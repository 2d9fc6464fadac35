import { type Link, type Methods, openLink } from '@customerai/events';
import { type ErrorCode, ServiceError, unavailable } from '../errors.ts';
import { createListeners } from './listeners.ts';
import { DEFAULT_TIMEOUT_MS, type Rpc } from './rpc.ts';
import { subjectOf } from './topic.ts';

interface Question {
  port: string;
  input: unknown;
  timeoutMs: number;
}

interface News {
  subject: string;
  message: unknown;
}

/** Passes questions between processes that have a link to this one. Gives what a link that was just opened may ask. */
export function createRpcExchange(): (link: () => Link) => Methods {
  const answering = new Map<string, Link[]>();
  const listening = createListeners();
  const arrivals = new EventTarget();
  const leave = (port: string, link: Link) =>
    answering.set(
      port,
      (answering.get(port) ?? []).filter((one) => one !== link),
    );

  /** The process that came last: one that is being replaced still answers, but is about to go. */
  const find = (port: string, signal: AbortSignal) =>
    new Promise<Link>((resolve, reject) => {
      const present = answering.get(port)?.at(-1);
      if (present) return resolve(present);
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      arrivals.addEventListener(port, () => resolve(answering.get(port)!.at(-1)!), { once: true, signal });
    });

  function subscriptionsOf(link: () => Link): Methods {
    const own = new Map<string, AsyncDisposable>();
    return {
      listen: (subject: string) => {
        const to = link();
        const present = own.size > 0;
        own.set(
          subject,
          listening.add(subject, (message) => to.ask('hear', { subject, message } satisfies News)),
        );
        if (!present) void to.closed.then(() => Promise.all([...own.values()].map((one) => one[Symbol.asyncDispose]())));
      },
      unlisten: async (subject: string) => {
        const gone = own.get(subject);
        own.delete(subject);
        await gone?.[Symbol.asyncDispose]();
      },
      tell: ({ subject, message }: News) => listening.tell(subject, message),
    };
  }

  return (link) => ({
    ...subscriptionsOf(link),
    serve: (port: string) => {
      const own = link();
      answering.set(port, [...(answering.get(port) ?? []), own]);
      void own.closed.then(() => leave(port, own));
      arrivals.dispatchEvent(new Event(port));
    },
    leave: (port: string) => leave(port, link()),
    call: async ({ port, input, timeoutMs }: Question, signal) => {
      const end = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      return (await find(port, end)).ask('answer', { port, input }, end);
    },
  });
}

/** Questions through the process that this URL names (`local://...`). */
export async function openLocalRpc(url: string, onError: (error: Error) => void): Promise<Rpc> {
  const answers = new Map<string, (input: unknown, signal: AbortSignal) => Promise<unknown>>();
  const running = new Map<string, Set<Promise<unknown>>>();
  const listeners = createListeners();
  const link = await openLink(url, 'rpc', {
    answer: async ({ port, input }: Question, signal) => {
      const work = answers.get(port)!(input, signal);
      running.get(port)!.add(work);
      try {
        return await work;
      } catch (error) {
        if (!(error instanceof ServiceError)) onError(new Error(`"${port}" failed.`, { cause: error }));
        throw error;
      } finally {
        running.get(port)!.delete(work);
      }
    },
    hear: ({ subject, message }: News) => listeners.tell(subject, message),
  });

  return {
    serve: async (port, answer) => {
      answers.set(port.name, async (input, signal) => answer(port.input.parse(input), signal));
      running.set(port.name, new Set());
      await link.ask('serve', port.name);
      return {
        [Symbol.asyncDispose]: async () => {
          // Nothing new from now on; what is under way is answered.
          await link.ask('leave', port.name).catch(() => {});
          await Promise.allSettled(running.get(port.name) ?? []);
        },
      };
    },
    call: async (port, input, { timeoutMs = DEFAULT_TIMEOUT_MS, signal } = {}) => {
      const question: Question = { port: port.name, input: port.input.parse(input), timeoutMs };
      const late = AbortSignal.timeout(timeoutMs);
      const either = signal ? AbortSignal.any([late, signal]) : late;
      const given = new Promise<never>((_, reject) => either.addEventListener('abort', () => reject(either.reason), { once: true }));
      given.catch(() => {});
      let output: unknown;
      try {
        output = await Promise.race([link.ask('call', question, either), given]);
      } catch (error) {
        const { name, message, code, details } = error as ServiceError;
        if (signal?.aborted) throw error;
        if (name === 'ServiceError') throw new ServiceError(code as ErrorCode, message, details);
        throw unavailable(`The service behind "${port.name}"`, error);
      }
      return port.output.parse(output);
    },
    tell: async (topic, about, message) => {
      const news: News = { subject: subjectOf(topic, about), message: topic.message.parse(message) };
      await link.ask('tell', news).catch((error: Error) => onError(new Error(`"${topic.name}" could not be told.`, { cause: error })));
    },
    listen: async (topic, about, hear) => {
      const subject = subjectOf(topic, about);
      const first = !listeners.has(subject);
      const own = listeners.add(subject, (message) => {
        const read = topic.message.safeParse(message);
        return read.success ? hear(read.data) : onError(new Error(`A message breaks the topic "${topic.name}".`, { cause: read.error }));
      });
      if (first) await link.ask('listen', subject);
      return {
        [Symbol.asyncDispose]: async () => {
          await own[Symbol.asyncDispose]();
          if (!listeners.has(subject)) await link.ask('unlisten', subject).catch(() => {});
        },
      };
    },
    [Symbol.asyncDispose]: async () => {
      link.close();
      await link.closed;
    },
  };
}
