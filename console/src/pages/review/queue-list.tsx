import { Box, Button, Group, Skeleton, Stack, TextInput, UnstyledButton } from '@mantine/core';
import { IconCircleCheck, IconClockPause, IconFilterOff, IconSearch } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../i18n/index.ts';
import { QueueRow } from './queue-row.tsx';
import type { Row } from './queue-state.ts';
import styles from './review.module.css';

export const SHOWN = ['all', 'URGENT', 'HIGH', 'mine', 'overdue', 'snoozed'] as const;
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
  useEffect(() => {
    scroll.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);

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
        <Group gap={2} role="group" aria-label={t('review.filters.label')}>
          {SHOWN.map((each) => (
            <UnstyledButton
              key={each}
              aria-pressed={shown === each}
              onClick={() => onShown(each)}
              fz={12}
              px={6}
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
        {phase === 'ready' && rows.length === 0 && <Empty shown={shown} filtered={shown !== 'all' || search !== ''} />}
        {rows.map((row) => (
          <QueueRow key={row.id} row={row} selected={row.id === selectedId} viewerId={viewerId} now={now} onOpen={onOpen} />
        ))}
        {hasMore && (
          <Button variant="subtle" fullWidth radius={0} onClick={onMore}>
            {t('review.loadMore')}
          </Button>
        )}
      </div>
    </section>
  );
}

function Empty({ shown, filtered }: { shown: Shown; filtered: boolean }) {
  if (shown === 'snoozed') return <EmptyState icon={IconClockPause} title={t('review.emptySnoozed')} text={t('review.emptySnoozedText')} />;
  if (filtered) return <EmptyState icon={IconFilterOff} title={t('review.emptyFilter')} />;
  return <EmptyState icon={IconCircleCheck} title={t('review.emptyTitle')} text={t('review.emptyText')} command="npm run demo" />;
}
