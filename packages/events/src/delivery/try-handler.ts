import type { CloudEvent } from '../cloud-event.ts';
import type { ConsumerOptions } from '../bus.ts';

/** A try that ran out of time. The handler may still be running; its effect must be idempotent, as for any other retry. */
export class HandlerTimeout extends Error {
  override name = 'HandlerTimeout';
}

/** One try of a handler, ended by the time limit whether or not the handler listens to its signal. Resolves with the error, if any. */
export async function tryHandler(
  options: Pick<ConsumerOptions, 'handle' | 'timeout'>,
  event: CloudEvent,
  { sequence, attempt, stop }: { sequence: number; attempt: number; stop: AbortSignal },
): Promise<Error | undefined> {
  const limit = new AbortController();
  const timeout = options.timeout ?? 120_000;
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new HandlerTimeout(`The handler of ${event.type} took longer than ${timeout} ms.`);
    limit.abort(error);
    late.reject(error);
  }, timeout);
  try {
    const signal = AbortSignal.any([limit.signal, stop]);
    await Promise.race([options.handle(event, { sequence, attempt, signal }), late.promise]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error), { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
