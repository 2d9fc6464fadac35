import { type Client as Socket, createClient as createSocket } from 'graphql-ws/client';
import type { TokenSource } from './auth.ts';
import { CustomerAIError, type GraphQLFault, toError } from './errors.ts';
import type { RequestOptions } from './transport.ts';

export type ConnectionState = 'connecting' | 'live' | 'lost';

export interface SubscribeOptions extends RequestOptions {
  /** Where to go on: the `cursor` of the last message that was handled. Default: from now on. */
  after?: string;
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

const CLOSE_FORBIDDEN = 4403; // the platform ends a socket whose token has expired; the next connection brings a fresh one

/**
 * Streams over one WebSocket (graphql-transport-ws). A lost connection is made again with growing waits, and every stream takes up again after the last
 * message it handed out. A stream ends when the platform completes it, throws its errors, or ends quietly when its signal fires.
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
  const socket: Socket = createSocket({
    url: options.url,
    webSocketImpl: options.webSocket,
    lazy: true,
    keepAlive: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    connectionParams: async () => {
      sent = refused === undefined ? await tokens.current() : await tokens.renew(refused);
      refused = undefined;
      return sent === undefined ? {} : { authorization: `Bearer ${sent}` };
    },
    on: {
      connecting: () => onConnection('connecting'),
      connected: () => onConnection('live'),
      closed: (event) => {
        if ((event as { code?: number }).code === CLOSE_FORBIDDEN) refused = sent;
        onConnection('lost');
      },
    },
  });

  return {
    stream: async function* (text, variables, { signal, after } = {}) {
      let cursor = after;
      // A new payload object is read at each (re)subscription, so that it carries the latest cursor.
      const payload = {
        query: text,
        variables: variables as Record<string, unknown>,
        get extensions() {
          return cursor === undefined ? undefined : { cursor };
        },
      };
      const messages = socket.iterate<unknown, { cursor?: string }>(payload as never);
      const stop = () => void messages.return?.();
      signal?.addEventListener('abort', stop, { once: true });
      try {
        if (signal?.aborted) return;
        for await (const { data, errors, extensions } of messages) {
          cursor = extensions?.cursor ?? cursor;
          if (errors?.length && data == null) throw toError(errors as unknown as GraphQLFault[]);
          yield { data, cursor: extensions?.cursor };
        }
      } catch (error) {
        throw Array.isArray(error)
          ? toError(error as GraphQLFault[])
          : error instanceof CustomerAIError
            ? error
            : new CustomerAIError('NETWORK_ERROR', 'The stream broke off.', { cause: error });
      } finally {
        signal?.removeEventListener('abort', stop);
        await messages.return?.();
      }
    },
    dispose: async () => void (await socket.dispose()),
  };
}
