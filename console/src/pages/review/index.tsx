import { Group, Title } from '@mantine/core';
import { IconHandClick } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { LiveBadge } from '../../components/live-badge.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { t } from '../../i18n/index.ts';
import { DayProgress } from './day-progress.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { Evidence } from './evidence.tsx';
import { KeyedButton } from './keyed-button.tsx';
import { QueueList } from './queue-list.tsx';
import styles from './review.module.css';
import { UndoToast } from './undo-toast.tsx';
import { usePresence } from './use-presence.ts';
import { useReview } from './use-review.ts';
import { useReviewKeys } from './use-review-keys.ts';

/** With the library that compares texts; comes while the first item is read. */
const loadEditor = () => import('./draft-editor.tsx');
const DraftEditor = lazy(loadEditor);

/** Live review: the queue, the evidence, the decision; every step has a key. */
export default function ReviewPage() {
  const review = useReview();
  const { queue, rows, item, actions, editing, viewer } = review;
  const searchRef = useRef<HTMLInputElement>(null);
  const evidence = useRef<HTMLElement>(null);
  useReviewKeys(review, searchRef);
  usePresence(item?.id);
  useEffect(() => {
    document.title = `${rows.length > 0 ? `(${queue.totalCount}) ` : ''}${t('review.title')} · ${t('shell.product')}`;
  }, [rows.length, queue.totalCount]);
  useEffect(() => void loadEditor(), []);
  useEffect(() => void evidence.current?.scrollTo(0, 0), [review.selectedId]);

  return (
    <div className={styles['page']}>
      <header className={styles['top']}>
        <Group gap="sm">
          <Title order={1} size="h4">
            {t('review.title')}
          </Title>
          <LiveBadge />
        </Group>
        <DayProgress changes={review.changes} viewerId={viewer.id} />
        {review.canDecide && (
          <Group ml="auto">
            <KeyedButton hotkey="c" size="xs" variant="light" onClick={() => void actions.claimNext()}>
              {t('review.claimNext')}
            </KeyedButton>
          </Group>
        )}
      </header>
      <div className={styles['columns']} data-open={review.selectedId !== undefined || undefined}>
        <QueueList
          rows={rows}
          selectedId={review.selectedId}
          viewerId={viewer.id}
          phase={queue.phase}
          error={queue.error}
          hasMore={queue.endCursor !== undefined}
          shown={review.shown}
          search={review.search}
          searchRef={searchRef}
          onShown={review.setShown}
          onSearch={review.setSearch}
          onOpen={review.open}
          onMore={() => void queue.load(queue.endCursor)}
          onRetry={() => void queue.load()}
        />
        <section className={styles['evidence']} ref={evidence} aria-label={t('review.message')} tabIndex={-1}>
          {item ? (
            <Evidence
              item={item}
              onBack={() => review.open(undefined)}
              editor={
                editing && (
                  <Suspense fallback={<PageSkeleton rows={2} />}>
                    <DraftEditor
                      draft={item.response.text}
                      value={editing.text}
                      onChange={actions.type}
                      onSend={actions.sendEdit}
                      onCancel={actions.leaveEdit}
                      canSend={editing.text.trim() !== '' && editing.text !== item.response.text}
                    />
                  </Suspense>
                )
              }
            />
          ) : (
            <Nothing review={review} />
          )}
        </section>
        {item && (
          <aside className={styles['decision']} aria-label={t('review.decision')}>
            <DecisionPanel
              item={item}
              viewerId={viewer.id}
              mine={review.mine}
              canDecide={review.canDecide}
              asking={review.asking}
              other={review.other}
              hasEdit={editing !== undefined}
              actions={actions}
            />
          </aside>
        )}
      </div>
      <UndoToast pending={review.pending} onUndo={actions.undo} />
    </div>
  );
}

function Nothing({ review: { selectedId, detail } }: { review: ReturnType<typeof useReview> }) {
  if (selectedId === undefined) return <EmptyState icon={IconHandClick} title={t('review.noneOpenTitle')} text={t('review.noneOpenText')} />;
  if (detail.error) return <FaultNote error={detail.error} onRetry={() => void detail.refetch().catch(() => {})} />;
  if (detail.loading) return <PageSkeleton rows={4} />;
  return <EmptyState icon={IconHandClick} title={t('review.gone')} />;
}
