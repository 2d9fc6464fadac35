import { type Client as Socket, createClient as createSocket } from 'graphql-ws/client';
import type { TokenSource } from './auth.ts';
import { CustomerAIError, type GraphQLFault, toError } from './errors.ts';
import type { RequestOptions } from './transport.ts';

export type ConnectionState = 'connecting' | 'live' | 'lost';

export interface SubscribeOptions extends RequestOptions {
  /** Where to go on: the `cursor` of the last message that was handled. Default: from now on. */
  after?: string;
  /** The stream is in place: whatever happens from now on comes, over lost connections too. `cursor` is where it begins. */
  onReady?(cursor: string | undefined): void;
  /**
   * The platform no longer has all events after the stream's place (it was away for longer than events are kept): what is shown must be queried anew. The
   * stream goes on with what comes; `cursor` is where.
   */
  onResync?(cursor: string | undefined): void;
  /** Hears of an event that could not be answered (what it points to is gone, a service is away), and the stream goes on. Without it, the stream throws. */
  onFault?(error: CustomerAIError, cursor: string | undefined): void;
}

/** One message of a stream. `cursor` marks its place in the tenant's event stream. */
export interface StreamMessage<Data> {
  data: Data;
  cursor: string | undefined;
}

export interface Subscriptions {
  stream(text: string, variables: unknown, options?: SubscribeOptions): AsyncGenerator<StreamMessage<unknown>>;
  dispose(): Promise<void>;
}

const OPEN = 1;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const RENEW_EARLY_MS = 25_000; // within the time in which a session gives a fresh token when it is asked
const CLOSE_FORBIDDEN = 4403; // the platform ends a socket whose token has expired; the next connection brings a fresh one

/**
 * Streams over one WebSocket (graphql-transport-ws). A lost connection is made again with growing waits, and every stream takes up again after the last
 * message it handed out. The token is replaced in place before it ends. A stream ends when the platform completes it, throws its errors, or ends quietly
 * when its signal fires.
 */
export function createSubscriptions(options: {
  url: string;
  tokens: TokenSource;
  webSocket: unknown;
  onConnection(state: ConnectionState): void;
}): Subscriptions {
  const { tokens, onConnection } = options;
  let refused: string | undefined;
  let sent: string | undefined;
  let renewal: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;

  /** Sends a fresh token on the open socket shortly before the one that it runs on ends. */
  function renewBeforeEnd(live: { send(data: string): void; readyState: number }): void {
    clearTimeout(renewal);
    const ends = sent === undefined ? undefined : endOf(sent);
    if (ends === undefined) return;
    const left = ends - Date.now();
    renewal = setTimeout(
      async () => {
        const next = await tokens.current().catch(() => undefined);
        if (next === undefined || next === sent || live.readyState !== OPEN) return;
        sent = next;
        live.send(JSON.stringify({ type: 'ping', payload: { authorization: `Bearer ${next}` } }));
        renewBeforeEnd(live);
      },
      Math.min(Math.max(left - RENEW_EARLY_MS, left / 2, 0), LONGEST_TIMER_MS),
    );
    (renewal as { unref?(): void }).unref?.();
  }

  const socket: Socket = createSocket({
    url: options.url,
    webSocketImpl: options.webSocket,
    lazy: true,
    keepAlive: 10_000,
    generateID: () => String(++lastId), // short ids let the platform send the same bytes to many clients
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) => wait(Math.min(FIRST_WAIT_MS * 2 ** retries, LONGEST_WAIT_MS) * (0.5 + Math.random())),
    connectionParams: async () => {
      sent = refused === undefined ? await tokens.current() : await tokens.renew(refused);
      refused = undefined;
      return sent === undefined ? {} : { authorization: `Bearer ${sent}` };
    },
    on: {
      connecting: () => onConnection('connecting'),
      connected: (live) => {
        renewBeforeEnd(live as WebSocket);
        onConnection('live');
      },
      closed: (event) => {
        clearTimeout(renewal);
        if ((event as { code?: number }).code === CLOSE_FORBIDDEN) refused = sent;
        onConnection('lost');
      },
    },
  });

  return {
    stream: async function* (text, variables, { signal, after, onReady, onResync, onFault } = {}) {
      let cursor = after;
      // A new payload object is read at each (re)subscription, so that it carries the latest cursor.
      const payload = {
        query: text,
        variables: variables as Record<string, unknown>,
        get extensions() {
          return { cursor: cursor ?? null }; // null: the platform tells at once where the stream begins
        },
      };
      // Counted as they arrive, not as they are taken: what waits here must not be asked for again after a reconnect.
      const waiting: StreamMessage<unknown>[] = [];
      let arrived = Promise.withResolvers<void>();
      let over: { error?: unknown } | undefined;
      const finish = (end: { error?: unknown }) => {
        over ??= end;
        arrived.resolve();
      };
      const unsubscribe = socket.subscribe<unknown, { cursor?: string; ready?: boolean; resync?: boolean }>(payload as never, {
        next: ({ data, errors, extensions }) => {
          cursor = extensions?.cursor ?? cursor;
          if (extensions?.ready) onReady?.(cursor);
          if (extensions?.resync) onResync?.(cursor);
          if (extensions?.resync || extensions?.ready) return;
          if (errors?.length && data == null) {
            if (onFault) onFault(toStreamError(errors), cursor);
            else finish({ error: errors });
          } else if (!over) waiting.push({ data, cursor: extensions?.cursor });
          arrived.resolve();
        },
        error: (error) => finish({ error }),
        complete: () => finish({}),
      });
      const stop = () => {
        waiting.length = 0;
        finish({});
        unsubscribe();
      };
      signal?.addEventListener('abort', stop, { once: true });
      if (signal?.aborted) stop();
      try {
        for (;;) {
          for (let message = waiting.shift(); message; message = waiting.shift()) yield message;
          if (over) break;
          await arrived.promise;
          arrived = Promise.withResolvers();
        }
        if (over.error !== undefined) throw toStreamError(over.error);
      } finally {
        signal?.removeEventListener('abort', stop);
        stop();
      }
    },
    dispose: async () => {
      clearTimeout(renewal);
      await socket.dispose();
    },
  };
}

function toStreamError(error: unknown): CustomerAIError {
  if (Array.isArray(error)) return toError(error as GraphQLFault[]);
  return error instanceof CustomerAIError ? error : new CustomerAIError('NETWORK_ERROR', 'The stream broke off.', { cause: error });
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** When a JWT ends, in ms since the epoch; undefined for a token of another kind. */
function endOf(token: string): number | undefined {
  try {
    const { exp } = JSON.parse(atob(token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}
