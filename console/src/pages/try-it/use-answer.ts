import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';

/** The latest answer, the text it is about, and how long it took. */
export interface Answer<Data> {
  data?: Data;
  text: string;
  error?: unknown;
  /** Milliseconds between question and answer, as the browser saw it. */
  ms?: number;
  loading: boolean;
}

/**
 * Asks about a text `waitMs` after the last key. A newer text aborts the question about the older one, so that answers never come out of
 * order, and nothing of what is typed enters Apollo's cache.
 */
export function useAnswer<Data, Variables extends OperationVariables & { text: string }>(
  document: TypedDocumentNode<Data, Variables>,
  text: string,
  { waitMs, enabled = true, extra }: { waitMs: number; enabled?: boolean; extra?: Omit<Variables, 'text'> },
): Answer<Data> {
  const client = useApolloClient();
  const others = JSON.stringify(extra ?? {});
  const [answer, setAnswer] = useState<Answer<Data>>({ text: '', loading: false });
  useEffect(() => {
    if (text.trim() === '' || !enabled) return setAnswer({ text: '', loading: false });
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const begin = performance.now();
      try {
        const { data } = await client.query<Data, Variables>({
          query: document,
          variables: { ...JSON.parse(others), text } as Variables,
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { signal: stop.signal }, queryDeduplication: false },
        } as never);
        if (!stop.signal.aborted) setAnswer({ data: data as Data, text, ms: performance.now() - begin, loading: false });
      } catch (error) {
        if (!stop.signal.aborted) setAnswer({ text, error, loading: false });
      }
    }, waitMs);
    setAnswer((old) => ({ ...old, loading: true }));
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [client, document, text, waitMs, enabled, others]);
  return answer;
}
