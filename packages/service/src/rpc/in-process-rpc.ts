import { unavailable } from '../errors.ts';
import { createListeners } from './listeners.ts';
import { DEFAULT_TIMEOUT_MS, type Rpc } from './rpc.ts';
import { subjectOf } from './topic.ts';

type Answer = (input: any, signal: AbortSignal) => Promise<any>;

/**
 * Calls within one process, through the same checks as over the wire. A call that comes before its service has started waits for it,
 * within its timeout: on a restart, consumers wake up before their neighbours do.
 */
export function createInProcessRpc(): Rpc {
  const answers = new Map<string, Answer>();
  const arrivals = new EventTarget();
  const listeners = createListeners();

  const find = (name: string, signal: AbortSignal) =>
    new Promise<Answer>((resolve, reject) => {
      const present = answers.get(name);
      if (present) return resolve(present);
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      arrivals.addEventListener(name, () => resolve(answers.get(name)!), { once: true, signal });
    });

  return {
    serve: async (port, answer) => {
      answers.set(port.name, answer);
      arrivals.dispatchEvent(new Event(port.name));
      return { [Symbol.asyncDispose]: async () => void answers.delete(port.name) };
    },
    call: async (port, input, { timeoutMs = DEFAULT_TIMEOUT_MS, signal } = {}) => {
      const timeout = AbortSignal.timeout(timeoutMs);
      const either = signal ? AbortSignal.any([timeout, signal]) : timeout;
      const late = new Promise<never>((_, reject) => either.addEventListener('abort', () => reject(either.reason), { once: true }));
      late.catch(() => {});
      try {
        const work = async () => port.output.parse(await (await find(port.name, either))(port.input.parse(input), either));
        return await Promise.race([work(), late]);
      } catch (error) {
        throw timeout.aborted ? unavailable(`The service behind "${port.name}"`, error) : error;
      }
    },
    tell: async (topic, about, message) => {
      const subject = subjectOf(topic, about);
      const valid = topic.message.parse(message);
      if (listeners.has(subject)) await listeners.tell(subject, valid);
    },
    listen: async (topic, about, hear) => listeners.add(subjectOf(topic, about), hear as (message: unknown) => void),
    [Symbol.asyncDispose]: async () => answers.clear(),
  };
}
