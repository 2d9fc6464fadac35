import { type Auth, createClientSource, createSessionSource, fetchClientToken, type SessionTokens, toTokenSource } from './auth.ts';
import type { Document, OperationKind } from './document.ts';
import { documents } from './generated/documents.ts';
import { type ConnectionState, createSubscriptions, type StreamMessage, type SubscribeOptions } from './subscriptions.ts';
import { createPost, type RequestOptions } from './transport.ts';

type Documents = typeof documents;
type DataOf<D> = D extends Document<OperationKind, infer Data, any> ? Data : never;
type VariablesOf<D> = D extends Document<OperationKind, any, infer Variables> ? Variables : never;
/** What a root field answers: the one value of the operation's data. */
type ResultOf<D> = DataOf<D>[keyof DataOf<D>];
/** Variables may be left out when none is required. */
type Arguments<D, Options> =
  {} extends VariablesOf<D> ? [variables?: VariablesOf<D>, options?: Options] : [variables: VariablesOf<D>, options?: Options];

type Calls = {
  [Name in keyof Documents as Documents[Name]['kind'] extends 'subscription' ? never : Name]: (
    ...args: Arguments<Documents[Name], RequestOptions>
  ) => Promise<ResultOf<Documents[Name]>>;
};
type Streams = {
  [Name in keyof Documents as Documents[Name]['kind'] extends 'subscription' ? Name : never]: (
    ...args: Arguments<Documents[Name], SubscribeOptions>
  ) => AsyncGenerator<ResultOf<Documents[Name]>>;
};

export interface ClientOptions {
  /** The platform's address, with or without `/graphql`, e.g. `http://127.0.0.1:4000`. */
  url: string;
  /** An access token, a function that gives one, an API client's `{ clientId, clientSecret }`, or a token source of your own. Leave it out to use `signIn`. */
  auth?: Auth;
  /** A session kept from an earlier run. Ignored when `auth` is given. */
  session?: SessionTokens;
  /** Hears of every new token pair, to keep it, and of `undefined` when the session has ended. */
  onSession?(tokens: SessionTokens | undefined): void;
  /** Hears how the connection behind the streams fares. */
  onConnection?(state: ConnectionState): void;
  /** Further tries of a query that failed on the way. Default 2. */
  retries?: number;
  fetch?: typeof fetch;
  /** Default: the platform's own `WebSocket` (browsers, Node 22 and later). */
  webSocket?: unknown;
}

export interface Client extends Calls, Streams, AsyncDisposable {
  /** Any operation: a document of this package, or text of your own. Throws `CustomerAIError`. */
  request<Data, Variables>(document: Document<'query' | 'mutation', Data, Variables>, variables: Variables, options?: RequestOptions): Promise<Data>;
  request<Data = unknown>(document: string, variables?: Record<string, unknown>, options?: RequestOptions): Promise<Data>;
  /** Any subscription, message by message with its cursor. Ends with `break`, `options.signal`, or `client.close()`. */
  subscribe<Data, Variables>(
    document: Document<'subscription', Data, Variables>,
    variables: Variables,
    options?: SubscribeOptions,
  ): AsyncGenerator<StreamMessage<Data>>;
  subscribe<Data = unknown>(document: string, variables?: Record<string, unknown>, options?: SubscribeOptions): AsyncGenerator<StreamMessage<Data>>;
  /** Ends the session here and on the platform. */
  endSession(): Promise<void>;
  close(): Promise<void>;
}

/** A typed client: one method a root field of the platform, tokens renewed, streams that take up where they were. */
export function createClient(options: ClientOptions): Client {
  const endpoint = new URL(options.url);
  if (endpoint.pathname === '/') endpoint.pathname = '/graphql';
  const transport = { url: endpoint.href, fetch: options.fetch ?? ((...args) => globalThis.fetch(...args)), retries: options.retries ?? 2 };

  const plainPost = createPost({ ...transport, tokens: toTokenSource(undefined) });
  const session = createSessionSource({
    tokens: options.session,
    ...(options.onSession && { onChange: options.onSession }),
    refresh: async (refreshToken) =>
      toTokens(((await plainPost(documents.refreshSession, { refreshToken })) as DataOf<Documents['refreshSession']>).refreshSession),
  });
  const { auth } = options;
  const isClient = typeof auth === 'object' && 'clientSecret' in auth;
  const sourceOf = () =>
    isClient ? createClientSource({ fetchToken: () => fetchClientToken(endpoint.origin, auth, transport.fetch) }) : toTokenSource(auth);
  const tokens = auth === undefined ? session : sourceOf();
  const post = createPost({ ...transport, tokens });
  const streams = createSubscriptions({
    url: endpoint.href.replace(/^http/, 'ws'),
    tokens,
    webSocket: options.webSocket ?? globalThis.WebSocket,
    onConnection: options.onConnection ?? (() => {}),
  });

  const rootOf = (data: unknown) => Object.values(data as Record<string, unknown>)[0];
  const methods = Object.fromEntries(
    Object.entries(documents).map(([name, document]) => [
      name,
      document.kind === 'subscription'
        ? async function* (variables: unknown = {}, streamOptions?: SubscribeOptions) {
            for await (const { data } of streams.stream(document.text, variables, streamOptions)) yield rootOf(data);
          }
        : async (variables: unknown = {}, requestOptions?: RequestOptions) => rootOf(await post(document, variables, requestOptions)),
    ]),
  );

  const asDocument = (document: Document | string): Pick<Document, 'kind' | 'text'> =>
    typeof document === 'string' ? { kind: /^\s*(?:#.*\s+)*mutation\b/.test(document) ? 'mutation' : 'query', text: document } : document;
  const close = () => streams.dispose();
  return {
    ...methods,
    signIn: async (variables: VariablesOf<Documents['signIn']>, requestOptions?: RequestOptions) => {
      const { signIn } = (await plainPost(documents.signIn, variables, requestOptions)) as DataOf<Documents['signIn']>;
      session.set(toTokens(signIn));
      return signIn;
    },
    endSession: async () => {
      const refreshToken = session.tokens()?.refreshToken;
      if (refreshToken) await post(documents.signOut, { refreshToken });
      session.set(undefined);
    },
    request: (document: Document | string, variables: unknown = {}, requestOptions?: RequestOptions) =>
      post(asDocument(document), variables, requestOptions),
    subscribe: (document: Document | string, variables: unknown = {}, streamOptions?: SubscribeOptions) =>
      streams.stream(typeof document === 'string' ? document : document.text, variables, streamOptions),
    close,
    [Symbol.asyncDispose]: close,
  } as unknown as Client;
}

function toTokens({ accessToken, refreshToken, expiresIn }: { accessToken: string; refreshToken: string; expiresIn: number }): SessionTokens {
  return { accessToken, refreshToken, expiresAt: Date.now() + expiresIn * 1000 };
}
