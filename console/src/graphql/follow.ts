import { type ApolloClient, CombinedGraphQLErrors, type TypedDocumentNode } from '@apollo/client';

const AGAIN_MS = 2_000;

/**
 * Follows a subscription for as long as somebody wants it: the socket comes back by itself after most closings, and after the rest (a fault on the
 * other side) the subscription is begun anew. Only a refusal in GraphQL's own words ends it. The answer stops it.
 */
export function follow<Data>(
  client: ApolloClient,
  query: TypedDocumentNode<Data, Record<string, never>>,
  handlers: { next(data: Data): void; refused(error: unknown): void },
): () => void {
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
    subscription = client.subscribe({ query, fetchPolicy: 'no-cache' }).subscribe({
      next: ({ data, error }) => (error ? fail(error) : data && handlers.next(data as Data)),
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
