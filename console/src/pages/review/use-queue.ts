import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { ReviewQueueUpdatesSubscription } from '../../generated/graphql.ts';
import { follow } from '../../graphql/follow.ts';
import { QueueUpdates, ReviewQueue } from './operations.ts';
import { applyChange, emptyQueue, type QueueFilter, type QueueState, type Row } from './queue-state.ts';

const PAGE = 50;
const MOST = 100; // that the platform gives at once
const FRAME_MS = 100; // updates that come closer together are drawn together

export type QueueUpdate = ReviewQueueUpdatesSubscription['reviewQueueUpdated'];

interface State extends QueueState {
  phase: 'loading' | 'ready' | 'failed';
  error: unknown;
}
type Action =
  | { kind: 'loading' }
  | { kind: 'loaded'; page: QueueState; behind: boolean }
  | { kind: 'failed'; error: unknown }
  | { kind: 'changed'; rows: readonly Row[]; filter: QueueFilter };

function reduce(state: State, action: Action): State {
  switch (action.kind) {
    case 'loading':
      return { ...state, phase: state.rows.length > 0 ? state.phase : 'loading' };
    case 'loaded': {
      const seen = new Set(action.page.rows.map(({ id }) => id));
      const rows = action.behind ? [...state.rows.filter(({ id }) => !seen.has(id)), ...action.page.rows] : action.page.rows;
      return { ...action.page, rows, phase: 'ready', error: undefined };
    }
    case 'failed':
      return { ...state, phase: 'failed', error: action.error };
    case 'changed':
      return { ...state, ...action.rows.reduce<QueueState>((queue, row) => applyChange(queue, action.filter, row), state) };
  }
}

const toInput = ({ priority, overdue, snoozed, assigneeId }: QueueFilter) => ({
  ...(priority.length > 0 && { priority: [...priority] }),
  ...(overdue && { overdue }),
  ...(snoozed && { snoozed }),
  ...(assigneeId !== undefined && { assigneeId }),
});

/** The queue, kept current by the subscription: loaded when the stream is in place, and after that every change comes by the stream, also those of a time without connection. */
export function useQueue(filter: QueueFilter, onUpdates: (updates: readonly QueueUpdate[]) => void) {
  const client = useApolloClient();
  const [state, dispatch] = useReducer(reduce, { ...emptyQueue, phase: 'loading', error: undefined });
  const current = useRef({ filter, onUpdates, shown: 0 });
  useEffect(() => {
    current.current = { filter, onUpdates, shown: state.rows.length };
  });

  const load = useCallback(
    async (after?: string) => {
      dispatch({ kind: 'loading' });
      const asked = current.current.filter;
      const first = after === undefined ? Math.min(Math.max(PAGE, current.current.shown), MOST) : PAGE;
      try {
        const { data, error } = await client.query({
          query: ReviewQueue,
          variables: { filter: toInput(asked), first, after: after ?? null },
          fetchPolicy: 'network-only',
          errorPolicy: 'all', // one item with something missing, such as its holder's name, does not hide the others
        });
        if (!data?.reviewQueue && error) throw error;
        if (!data || asked !== current.current.filter) return;
        const { edges, pageInfo, totalCount } = data.reviewQueue;
        const page = {
          rows: edges.map(({ node }) => node),
          endCursor: pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined,
          totalCount,
        };
        dispatch({ kind: 'loaded', page, behind: after !== undefined });
      } catch (error) {
        dispatch({ kind: 'failed', error });
      }
    },
    [client],
  );

  useEffect(() => void load(), [load, filter]);

  useEffect(() => {
    let waiting: QueueUpdate[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const deliver = () => {
      timer = undefined;
      const updates = waiting;
      waiting = [];
      dispatch({ kind: 'changed', rows: updates.map(({ item }) => item), filter: current.current.filter });
      current.current.onUpdates(updates);
    };
    const stop = follow(client, QueueUpdates, {
      next: ({ reviewQueueUpdated }) => {
        waiting.push(reviewQueueUpdated);
        timer ??= setTimeout(deliver, FRAME_MS);
      },
      renew: () => void load(),
      refused: (error) => dispatch({ kind: 'failed', error }),
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, load]);

  const put = useCallback((row: Row) => dispatch({ kind: 'changed', rows: [row], filter: current.current.filter }), []);
  return { ...state, load, put };
}
