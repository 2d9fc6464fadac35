import { useApolloClient } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useAuth } from '../../auth/use-auth.ts';
import { useConnectionEpoch } from '../../graphql/connection.ts';
import { toFault } from '../../graphql/faults.ts';
import { t } from '../../i18n/index.ts';
import { createDecisions, type Decisions } from './decisions.ts';
import { clearDraft } from './draft-memory.ts';
import { AddNote, Claim, Decide, Snooze } from './operations.ts';
import { isWaiting, type Row } from './queue-state.ts';

const UNDO_MS = 10_000;

/** Pending decisions outlive the page: who goes to another page of the console still sends them. */
const kept = new WeakMap<object, { decisions: Decisions; events: { current: DecisionEvents } }>();

export interface DecisionEvents {
  /** The item is as it was before the decision, or as the platform says it is now. */
  onBack(id: string): void;
  onSent(id: string): void;
}

/** Decisions with their time to undo. A decision on an item that nobody holds claims it first, at once. */
export function useDecisions(viewerId: string, events: DecisionEvents) {
  const client = useApolloClient();
  const auth = useAuth();
  const epoch = useConnectionEpoch();
  const [{ decisions, events: current }] = useState(() => {
    const existing = kept.get(client);
    if (existing) return existing;
    const current = { current: events };
    const decisions = createDecisions(UNDO_MS, {
      now: Date.now,
      toFault,
      send: async ({ row, decision }, closing) => {
        const context = closing ? { fetchOptions: { keepalive: true } } : {};
        if (decision.action === 'SNOOZE') await client.mutate({ mutation: Snooze, variables: { id: row.id, until: decision.until }, context });
        else await client.mutate({ mutation: Decide, variables: { id: row.id, decision }, context });
      },
      onSent: ({ row }) => {
        clearDraft(row.id);
        current.current.onSent(row.id);
      },
      onRefused: ({ row, decision }, { message }) => {
        notifications.show({ color: 'red', title: t('review.refused', { message: '' }).replace(/: $/, ''), message, autoClose: 10_000 });
        current.current.onBack(row.id);
        if (decision.action === 'EDIT' && decision.editedText) {
          const text = t('review.noteOf', { text: decision.editedText }).slice(0, 5_000);
          client.mutate({ mutation: AddNote, variables: { id: row.id, text } }).then(
            () => notifications.show({ message: t('review.noteKept') }),
            () => {},
          );
        }
      },
    });
    const made = { decisions, events: current };
    kept.set(client, made);
    return made;
  });
  useEffect(() => {
    current.current = events;
  });
  const pending = useSyncExternalStore(decisions.subscribe, decisions.list);

  useEffect(() => decisions.flush(), [decisions, epoch]);
  useEffect(() => auth.subscribe(() => auth.state().phase === 'signed-in' && decisions.flush()), [auth, decisions]);
  useEffect(() => {
    const leave = () => decisions.flush(true);
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [decisions]);

  /** Takes the lease of an item, or says why not. */
  const claim = async (row: Row): Promise<Row | undefined> => {
    try {
      const { data } = await client.mutate({ mutation: Claim, variables: { id: row.id } });
      return data?.claimReview;
    } catch (error) {
      const { message } = toFault(error);
      decisions.drop(row.id);
      notifications.show({ color: 'red', message });
      current.current.onBack(row.id);
      return undefined;
    }
  };
  const isMine = (row: Row) =>
    row.status === 'CLAIMED' && row.assignee?.id === viewerId && row.leaseExpiresAt != null && Date.parse(row.leaseExpiresAt) > Date.now();

  return { decisions, pending, claim, isMine, isFree: (row: Row) => isWaiting(row) && !isMine(row) };
}
