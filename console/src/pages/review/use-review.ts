import { useApolloClient, useQuery } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useCan, useViewer } from '../../auth/use-auth.ts';
import { toFault } from '../../graphql/faults.ts';
import { t } from '../../i18n/index.ts';
import type { Choice } from './decisions.ts';
import { clearDraft, readDraft, writeDraft } from './draft-memory.ts';
import { AddNote, ClaimNext, Release, ReviewDetail, Snooze } from './operations.ts';
import type { Shown } from './queue-list.tsx';
import type { QueueFilter, Row } from './queue-state.ts';
import type { Asking } from './reasons.ts';
import { useDecisions } from './use-decisions.ts';
import { type QueueUpdate, useQueue } from './use-queue.ts';

const EXTEND_BELOW_MS = 3 * 60_000;
const READ_AHEAD = 10; // rows

const toFilter = (shown: Shown, viewerId: string): QueueFilter => ({
  priority: shown === 'URGENT' || shown === 'HIGH' ? [shown] : [],
  overdue: shown === 'overdue',
  snoozed: shown === 'snoozed',
  assigneeId: shown === 'mine' ? viewerId : undefined,
});

/** All that the page knows and can do; the components only draw it. */
export function useReview() {
  const client = useApolloClient();
  const viewer = useViewer();
  const canDecide = useCan('reviews:write');
  const navigate = useNavigate();
  const params = useSearch({ from: '/review' });
  const selectedId = typeof params['item'] === 'string' ? params['item'] : undefined;
  const shown = (typeof params['show'] === 'string' ? params['show'] : 'all') as Shown;
  const [search, setSearch] = useState('');
  const [asking, setAsking] = useState<Asking>();
  const [other, setOther] = useState(false);
  const [edit, setEdit] = useState<{ id: string; text: string }>();
  const [changes, setChanges] = useState(0);
  const extended = useRef<string | null>(null);

  const filter = useMemo(() => toFilter(shown, viewer.id), [shown, viewer.id]);
  // Something missing, such as the name of a program that wrote a note, does not hide the rest.
  const detail = useQuery(ReviewDetail, { variables: { id: selectedId ?? '' }, skip: selectedId === undefined, errorPolicy: 'all' });
  // What is open stays, with what is being written, when it cannot be asked for again.
  const known = (detail.data ?? detail.previousData)?.reviewItem;
  const item = selectedId !== undefined && known?.id === selectedId ? known : undefined;

  const onUpdates = (updates: readonly QueueUpdate[]) => {
    setChanges((count) => count + 1);
    if (updates.some((update) => update.item.id === selectedId)) void detail.refetch().catch(() => {});
  };
  const queue = useQueue(filter, onUpdates);
  const refresh = useCallback(
    async (id: string) => {
      const { data } = await client.query({ query: ReviewDetail, variables: { id }, fetchPolicy: 'network-only', errorPolicy: 'all' });
      if (data?.reviewItem) queue.put(data.reviewItem);
    },
    [client, queue.put],
  );
  const { decisions, pending, claim, isMine, isFree } = useDecisions(viewer.id, {
    onSent: () => setChanges((count) => count + 1),
    onBack: (id) => {
      open(id);
      void refresh(id).catch(() => {});
    },
  });

  const words = search.trim().toLowerCase();
  const hidden = new Set(pending.map(({ row }) => row.id));
  const rows = queue.rows.filter(
    (row) =>
      !hidden.has(row.id) &&
      (words === '' ||
        `${row.interaction.customer.name ?? ''} ${row.interaction.redactedText} ${row.reasons.join(' ')}`.toLowerCase().includes(words)),
  );
  const index = rows.findIndex(({ id }) => id === selectedId);

  // The next page comes before its first row is needed, so that nobody falls off the end of what is loaded.
  const asked = useRef<string>(undefined);
  useEffect(() => {
    const { endCursor, phase, load } = queue;
    if (phase !== 'ready' || endCursor === undefined || asked.current === endCursor || rows.length - index > READ_AHEAD) return;
    asked.current = endCursor;
    void load(endCursor);
  }, [queue, rows.length, index]);

  const open = useCallback(
    (id: string | undefined) => {
      setAsking(undefined);
      setOther(false);
      void navigate({ to: '/review', search: (old: Record<string, unknown>) => ({ ...old, item: id }), replace: true });
    },
    [navigate],
  );
  const setShown = (next: Shown) =>
    void navigate({ to: '/review', search: (old: Record<string, unknown>) => ({ ...old, show: next === 'all' ? undefined : next }), replace: true });

  // What was being typed comes back with its item.
  useEffect(() => {
    if (selectedId === undefined) return;
    const kept = readDraft(selectedId);
    if (kept !== undefined && edit?.id !== selectedId) setEdit({ id: selectedId, text: kept });
  }, [selectedId, edit?.id]);
  const editing = edit !== undefined && edit.id === selectedId ? edit : undefined;
  const type = (text: string) => {
    if (!selectedId) return;
    setEdit({ id: selectedId, text });
    writeDraft(selectedId, text);
    // Who still writes keeps the item: claiming again begins the lease anew.
    const left = item?.leaseExpiresAt ? Date.parse(item.leaseExpiresAt) - Date.now() : 0;
    if (item && isMine(item) && left < EXTEND_BELOW_MS && extended.current !== item.leaseExpiresAt) {
      extended.current = item.leaseExpiresAt;
      void take(item);
    }
  };
  const leaveEdit = () => {
    if (selectedId) clearDraft(selectedId);
    setEdit(undefined);
  };

  const take = async (row: Row) => {
    const claimed = await claim(row);
    if (claimed) queue.put(claimed);
    return claimed;
  };
  const decide = (decision: Choice) => {
    if (!item || !canDecide) return;
    const next = rows[index + 1] ?? rows[index - 1];
    decisions.add(item, decision);
    if (isFree(item) && decision.action !== 'SNOOZE') void take(item);
    if (decision.action === 'EDIT') setEdit(undefined);
    open(next?.id);
  };
  const tell = (error: unknown) => notifications.show({ color: 'red', message: toFault(error).message });

  const move = (by: 1 | -1) => {
    const next = index < 0 ? rows[0] : rows[index + by];
    if (next) open(next.id);
  };
  const claimNext = async () => {
    try {
      const { priority, overdue } = filter;
      const { data } = await client.mutate({
        mutation: ClaimNext,
        variables: { filter: { ...(priority.length > 0 && { priority: [...priority] }), ...(overdue && { overdue }) } },
      });
      if (!data?.claimNextReview) return void notifications.show({ message: t('review.nothingToClaim') });
      queue.put(data.claimNextReview);
      open(data.claimNextReview.id);
    } catch (error) {
      tell(error);
    }
  };
  const undo = () => {
    const back = decisions.undo();
    if (!back) return void notifications.show({ message: t('review.nothingToUndo') });
    if (back.decision.action === 'EDIT' && back.decision.editedText) {
      setEdit({ id: back.row.id, text: back.decision.editedText });
      writeDraft(back.row.id, back.decision.editedText);
    }
    open(back.row.id);
  };
  const startEdit = () => {
    if (!item) return;
    setAsking(undefined);
    setEdit({ id: item.id, text: readDraft(item.id) ?? item.response.text });
    if (isFree(item)) void take(item);
  };
  const release = async () => {
    if (!item) return;
    try {
      const { data } = await client.mutate({ mutation: Release, variables: { id: item.id } });
      if (data) queue.put(data.releaseReview);
    } catch (error) {
      tell(error);
    }
  };
  const wake = async () => {
    if (!item) return;
    try {
      const { data } = await client.mutate({ mutation: Snooze, variables: { id: item.id, until: null } });
      if (data) queue.put(data.snoozeReview);
    } catch (error) {
      tell(error);
    }
  };

  const saveNote = async () => {
    if (!item || !editing) return;
    try {
      await client.mutate({ mutation: AddNote, variables: { id: item.id, text: t('review.noteOf', { text: editing.text }).slice(0, 5_000) } });
      leaveEdit();
      notifications.show({ message: t('review.noteKept') });
    } catch (error) {
      tell(error);
    }
  };

  return {
    viewer,
    canDecide,
    queue,
    rows,
    changes,
    shown,
    setShown,
    search,
    setSearch,
    selectedId,
    open,
    detail,
    item,
    mine: item !== undefined && isMine(item),
    pending,
    asking,
    other,
    editing,
    actions: {
      move,
      claimNext,
      undo,
      type,
      leaveEdit,
      claim: () => void (item && take(item)),
      release: () => void release(),
      edit: startEdit,
      approve: () => decide({ action: 'APPROVE' }),
      sendEdit: () => editing && decide({ action: 'EDIT', editedText: editing.text.trim() }),
      ask: (next: Asking) => {
        setOther(false);
        setAsking(next);
      },
      other: () => setOther(true),
      pick: (reason: string, label: string) => asking && asking !== 'SNOOZE' && decide({ action: asking, reason, labels: [label] }),
      snooze: (until: Date) => decide({ action: 'SNOOZE', until: until.toISOString() }),
      wake: () => void wake(),
      cancel: () => setAsking(undefined),
      saveNote: () => void saveNote(),
    },
  };
}
