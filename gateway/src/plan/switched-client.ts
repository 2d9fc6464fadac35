import type { SubgraphClient } from './subgraph-client.ts';

const LOOK_AGAIN_MS = 200;
/** The request never left this process. */
const NOT_SENT = new Set(['ECONNREFUSED', 'CONNECT_TIMEOUT', 'POOL_CLOSED']);
/** It may have arrived, so only a read is sent again, and once. */
const BROKEN_OFF = new Set(['ECONNRESET', 'EPIPE']);

/** The way to a subgraph whose process may be replaced while requests come in. */
export interface SwitchedClient extends SubgraphClient {
  /** Requests wait from now on. Resolves when those under way have their answers. */
  hold(): Promise<void>;
  /** Requests, those that wait included, go to this address from now on. Resolves when those under way to the former have their answers. */
  target(url: string): Promise<void>;
}

/**
 * `patienceMs`: how long a request waits for a service that is being restarted; 0 where nobody tells of restarts. A service that has just died refuses
 * connections before its supervisor has said so, hence a refused request waits as well.
 */
export function createSwitchedClient(options: { url: string; patienceMs: number; open(url: string): SubgraphClient }): SwitchedClient {
  const { patienceMs, open } = options;
  let current: SubgraphClient | undefined = open(options.url);
  let url: string | undefined = options.url;
  let changed = Promise.withResolvers<void>();

  async function change(next: string | undefined): Promise<void> {
    if (next !== undefined && next === url) return;
    const former = current;
    url = next;
    current = next === undefined ? undefined : open(next);
    changed.resolve();
    changed = Promise.withResolvers();
    await former?.[Symbol.asyncDispose]();
  }

  async function pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    await Promise.race([promise, changed.promise]);
    clearTimeout(timer);
  }

  return {
    send: async (request, caller) => {
      const end = performance.now() + patienceMs;
      const isRead = () => !/^\s*mutation\b/.test(request.query);
      let brokenOff = 0;
      for (;;) {
        const way = current;
        const left = end - performance.now();
        if (!way && left <= 0) throw new Error(`The service is being restarted and did not come back within ${patienceMs} ms.`);
        if (!way) {
          await pause(left);
          continue;
        }
        try {
          return await way.send(request, caller);
        } catch (error) {
          const code = (error as { code?: string }).code ?? '';
          const again = NOT_SENT.has(code) || (BROKEN_OFF.has(code) && isRead() && ++brokenOff === 1);
          if (!again || left <= 0) throw error;
          if (way === current) await pause(Math.min(left, LOOK_AGAIN_MS));
        }
      }
    },
    stream: async (request, caller, options) => {
      if (!current?.stream) throw new Error('The service is being restarted.');
      return current.stream(request, caller, options);
    },
    hold: () => change(undefined),
    target: (next) => change(next),
    [Symbol.asyncDispose]: () => change(undefined),
  };
}
