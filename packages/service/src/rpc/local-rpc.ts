import { type Link, type Methods, openLink } from '@customerai/events';
import { type ErrorCode, ServiceError, unavailable } from '../errors.ts';
import { DEFAULT_TIMEOUT_MS, type Rpc } from './rpc.ts';

interface Question {
  port: string;
  input: unknown;
  timeoutMs: number;
}

/** Passes questions between processes that have a link to this one. Gives what a link that was just opened may ask. */
export function createRpcExchange(): (link: () => Link) => Methods {
  const answering = new Map<string, Link[]>();
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

  return (link) => ({
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
    [Symbol.asyncDispose]: async () => {
      link.close();
      await link.closed;
    },
  };
}
