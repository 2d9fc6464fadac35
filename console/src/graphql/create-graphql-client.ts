import { ApolloClient, ApolloLink, CombinedGraphQLErrors, InMemoryCache, Observable, ServerError } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import type { AuthPort } from '../auth/auth-port.ts';
import { tap } from 'rxjs';
import type { Connection } from './connection.ts';
import type { Told } from './follow.ts';
import { persistedHttp, persistedSocket } from './persisted.ts';

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 8_000;

/** Queries and mutations by HTTP, subscriptions by WebSocket, both with the token of the moment; a refused token is renewed once and the request repeated. */
export function createGraphqlClient(auth: AuthPort, connection: Connection): ApolloClient {
  const authorise = new SetContextLink(async (context) => {
    const token = await auth.token();
    return { ...context, token, headers: { ...context['headers'], ...(token && { authorization: `Bearer ${token}` }) } };
  });

  const renewRefused = new ErrorLink(({ error, operation, forward }) => {
    const context = operation.getContext();
    if (!isUnauthenticated(error) || context['renewed'] || typeof context['token'] !== 'string') return undefined;
    return new Observable((observer) => {
      let inner: { unsubscribe(): void } | undefined;
      auth.renew(context['token'] as string).then(
        (token) => {
          if (!token) return observer.error(error);
          operation.setContext({ ...context, renewed: true, headers: { ...context['headers'], authorization: `Bearer ${token}` } });
          inner = forward(operation).subscribe(observer);
        },
        (failure: unknown) => observer.error(failure),
      );
      return () => inner?.unsubscribe();
    });
  });

  return new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      ApolloLink.from([passExtensions, persistedSocket(createSocket(auth, connection))]),
      ApolloLink.from([authorise, renewRefused, persistedHttp({ uri: '/graphql', credentials: 'same-origin' })]),
    ),
    cache: new InMemoryCache({
      // What an interaction says about a person or a model is part of its parent, not a thing of its own.
      typePolicies: {
        SentimentAnalysis: { keyFields: false },
        PiiReport: { keyFields: false },
        ReviewQueueUpdate: { keyFields: false },
      },
    }),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true } },
    devtools: { enabled: import.meta.env.DEV },
  });
}

/** Apollo Client passes on no message without data, so what is said beside it (where the stream is, that events are gone) goes its own way. */
const passExtensions = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    tap(({ extensions }) => (operation.getContext()['onExtensions'] as ((told: Told) => void) | undefined)?.(extensions ?? {})),
  ),
);

function createSocket(auth: AuthPort, connection: Connection) {
  return createClient({
    // A socket that is opened waits only seconds for its token, so the session comes first.
    url: async () => {
      await auth.token().catch(() => {});
      return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
    },
    lazy: true,
    keepAlive: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (tries) =>
      new Promise((resolve) => {
        const wait = Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS) * (0.75 + Math.random() / 2);
        const go = () => {
          clearTimeout(timer);
          window.removeEventListener('online', go);
          resolve();
        };
        const timer = setTimeout(go, wait);
        window.addEventListener('online', go);
      }),
    connectionParams: async () => {
      const token = await auth.token();
      return token ? { authorization: `Bearer ${token}` } : {};
    },
    on: { connected: () => connection.opened(), closed: () => connection.closed() },
  });
}

function isUnauthenticated(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) return error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED');
  return ServerError.is(error) && error.statusCode === 401;
}
