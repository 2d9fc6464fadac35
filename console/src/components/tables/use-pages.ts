import type { ErrorLike, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';

/** A page of a list, as every Relay connection of the platform has it. */
export interface Connection<Node> {
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount: number;
}

/** What has been read of a list so far. */
export interface Pages<Node> {
  items: Node[];
  total: number | null;
  hasMore: boolean;
  loading: boolean;
  error: ErrorLike | null;
  /** Reads the next page; does nothing while one is read, or when there is none. */
  more(): void;
  /** From the first page; what is shown stays until it is there. */
  reload(): void;
}

const NOTHING = { items: [], total: null, hasMore: false, error: null };

/**
 * Reads a connection page by page, past Apollo's cache: a list that is ten thousand rows long should cost its rows and no bookkeeping.
 * Other variables begin a new list; answers to old ones are dropped and their requests aborted.
 */
export function usePages<Data, Variables extends OperationVariables, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'first' | 'after'>,
  { size, pick }: { size: number; pick: (data: Data) => Connection<Node> },
): Pages<Node> {
  const client = useApolloClient();
  const key = JSON.stringify(variables);
  const [state, setState] = useState<{ items: Node[]; total: number | null; hasMore: boolean; error: ErrorLike | null }>(NOTHING);
  const [loading, setLoading] = useState(true);
  const running = useRef<AbortController | null>(null);
  // Where the next page begins. Not in the state: whoever scrolls may ask again before React has drawn what just came, and would get that page twice.
  const next = useRef<string | null>(null);
  const picked = useRef(pick);
  picked.current = pick;

  const read = useCallback(
    async (after: string | null) => {
      running.current?.abort();
      if (after === null) next.current = null;
      const stop = new AbortController();
      running.current = stop;
      setLoading(true);
      try {
        const { data } = await client.query<Data, Variables>({
          query: document,
          variables: { ...JSON.parse(key), first: size, after } as Variables,
          fetchPolicy: 'no-cache',
          // Not shared with whoever asks the same: their leaving would abort it, and that would look like a fault here.
          context: { queryDeduplication: false, fetchOptions: { signal: stop.signal } },
        } as never);
        if (stop.signal.aborted) return;
        const page = picked.current(data as Data);
        const news = page.edges.map((edge) => edge.node);
        next.current = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
        setState((old) => ({
          items: after === null ? news : [...old.items, ...news],
          total: page.totalCount,
          hasMore: page.pageInfo.hasNextPage,
          error: null,
        }));
      } catch (error) {
        if (!stop.signal.aborted) setState((old) => ({ ...old, error: error as ErrorLike }));
      } finally {
        if (running.current === stop) {
          running.current = null;
          setLoading(false);
        }
      }
    },
    [client, document, key, size],
  );

  useEffect(() => {
    void read(null);
    return () => running.current?.abort();
  }, [read]);

  return {
    ...state,
    loading,
    more: () => {
      if (!running.current && next.current !== null && state.error === null) void read(next.current);
    },
    reload: () => void read(null),
  };
}
