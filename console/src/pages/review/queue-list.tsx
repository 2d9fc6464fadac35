import { Box, Button, Group, Skeleton, Stack, TextInput, UnstyledButton } from '@mantine/core';
import { IconCircleCheck, IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../i18n/index.ts';
import { QueueRow } from './queue-row.tsx';
import type { Row } from './queue-state.ts';
import styles from './review.module.css';

const ROW_HEIGHT = 104;
export const SHOWN = ['all', 'URGENT', 'HIGH', 'mine', 'overdue'] as const;
export type Shown = (typeof SHOWN)[number];

const nameOf = (shown: Shown): string => (shown === 'URGENT' || shown === 'HIGH' ? t(`review.priority.${shown}`) : t(`review.filters.${shown}`));

export function QueueList(props: {
  rows: readonly Row[];
  selectedId: string | undefined;
  viewerId: string;
  phase: 'loading' | 'ready' | 'failed';
  error: unknown;
  hasMore: boolean;
  shown: Shown;
  search: string;
  searchRef: RefObject<HTMLInputElement | null>;
  onShown: (shown: Shown) => void;
  onSearch: (text: string) => void;
  onOpen: (id: string) => void;
  onMore: () => void;
  onRetry: () => void;
}) {
  const { rows, selectedId, viewerId, phase, error, hasMore, shown, search, searchRef, onShown, onSearch, onOpen, onMore, onRetry } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const now = useNow(15_000);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    getItemKey: (index) => rows[index]!.id, // a measured height goes with its row when rows come and go
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const selectedIndex = rows.findIndex(({ id }) => id === selectedId);
  useEffect(() => {
    if (selectedIndex >= 0) virtual.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedIndex, virtual]);

  return (
    <section className={styles['queue']} aria-label={t('review.queue')}>
      <Stack gap={8} p="sm" style={{ borderBottom: '1px solid var(--line)' }}>
        <TextInput
          ref={searchRef}
          value={search}
          onChange={(event) => onSearch(event.currentTarget.value)}
          placeholder={t('review.search')}
          aria-label={t('review.search')}
          leftSection={<IconSearch size={15} />}
          rightSection={<span className={styles['key']}>/</span>}
          size="xs"
        />
        <Group gap={4} role="group" aria-label={t('review.filters.label')}>
          {SHOWN.map((each) => (
            <UnstyledButton
              key={each}
              aria-pressed={shown === each}
              onClick={() => onShown(each)}
              fz={12}
              px={9}
              py={3}
              fw={shown === each ? 600 : 450}
              style={{
                borderRadius: 999,
                background: shown === each ? 'light-dark(#e3e7ff, #2b3564)' : 'transparent',
                color: shown === each ? 'light-dark(#323fa0, #c9d0ff)' : 'var(--quiet)',
              }}
            >
              {nameOf(each)}
            </UnstyledButton>
          ))}
        </Group>
      </Stack>
      <div className={styles['scroll']} ref={scroll} tabIndex={-1}>
        {phase === 'failed' && (
          <Box p="sm">
            <FaultNote error={error} onRetry={onRetry} />
          </Box>
        )}
        {phase === 'loading' && rows.length === 0 && (
          <Stack p="sm" role="status" aria-label={t('shell.loading')}>
            {Array.from({ length: 7 }, (_, index) => (
              <Skeleton key={index} h={80} />
            ))}
          </Stack>
        )}
        {phase === 'ready' && rows.length === 0 && <Empty filtered={shown !== 'all' || search !== ''} />}
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]!;
            return (
              <div
                key={row.id}
                ref={virtual.measureElement}
                data-index={index}
                style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
              >
                <QueueRow row={row} selected={row.id === selectedId} viewerId={viewerId} now={now} onOpen={onOpen} />
              </div>
            );
          })}
        </div>
        {hasMore && (
          <Button variant="subtle" fullWidth radius={0} onClick={onMore}>
            {t('review.loadMore')}
          </Button>
        )}
      </div>
    </section>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  if (filtered) return <EmptyState icon={IconFilterOff} title={t('review.emptyFilter')} />;
  return <EmptyState icon={IconCircleCheck} title={t('review.emptyTitle')} text={t('review.emptyText')} command="npm run demo" />;
}
