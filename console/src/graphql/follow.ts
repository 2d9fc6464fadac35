import { type ApolloClient, CombinedGraphQLErrors, type OperationVariables, type TypedDocumentNode } from '@apollo/client';

const AGAIN_MS = 2_000;

/** What the platform says beside the data (docs/subscriptions.md). */
export interface Told {
  cursor?: string;
  ready?: boolean;
  resync?: boolean;
}

export interface FollowHandlers<Data> {
  next(data: Data): void;
  /** The stream is in place from here on, or events went by that nobody can tell any more: ask for the present state. */
  renew(): void;
  /** The platform said no, for good. */
  refused(error: unknown): void;
}

/**
 * Follows a subscription for as long as somebody wants it. Each message brings a cursor; whenever the socket comes back (by itself, or because the subscription
 * is begun anew after a fault on the other side) the stream goes on after the last one, so that nothing is missed and nothing told twice. Only a refusal in
 * GraphQL's own words ends it. The answer stops it.
 */
export function follow<Data, Variables extends OperationVariables = Record<string, never>>(
  client: ApolloClient,
  query: TypedDocumentNode<Data, Variables>,
  handlers: FollowHandlers<Data>,
  variables?: Variables,
): () => void {
  // One object for good: the socket's client sends the operation again with what stands in it then. Null asks to be told when the stream is in place.
  const extensions: { cursor: string | null } = { cursor: null };
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let subscription: { unsubscribe(): void } | undefined;
  const again = () => {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(begin, AGAIN_MS);
  };
  const fail = (error: unknown) => {
    if (stopped) return;
    if (!CombinedGraphQLErrors.is(error)) return again();
    stopped = true;
    handlers.refused(error);
  };
  function begin(): void {
    let hasCursor = false;
    const onExtensions = ({ cursor, ready, resync }: Told) => {
      if (cursor !== undefined) extensions.cursor = cursor;
      if (ready || resync) handlers.renew();
      else hasCursor = cursor !== undefined;
    };
    subscription = client
      .subscribe({ query, variables: variables as never, fetchPolicy: 'no-cache', extensions, context: { onExtensions, queryDeduplication: false } })
      .subscribe({
        next: ({ data, error }) => {
          const ofEvent = hasCursor;
          hasCursor = false;
          // A fault in a message with a cursor is one event that could not be shown in full; the stream goes on.
          if (error) return ofEvent ? handlers.renew() : fail(error);
          if (data) handlers.next(data as Data);
        },
        error: fail,
        complete: again,
      });
  }
  begin();
  return () => {
    stopped = true;
    clearTimeout(timer);
    subscription?.unsubscribe();
  };
}
