import { Button, Chip, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { Page } from '../../components/page.tsx';
import { FilterPill } from '../../components/tables/filter-pill.tsx';
import { format } from '../../components/tables/format.ts';
import { usePages } from '../../components/tables/use-pages.ts';
import { VirtualRows } from '../../components/tables/virtual-rows.tsx';
import { reasonWord } from '../../components/tables/words.ts';
import { t } from '../../i18n/index.ts';
import classes from '../interactions/list.module.css';
import { ReviewListDocument } from './documents.ts';
import { type ListFilter, parseFilter, type Status, STATUSES, toVariables } from './filter.ts';
import { ReviewRow, ROW_HEIGHT } from './review-row.tsx';

/** Reviews by what became of them: the rows behind the figures of review. The queue to work on is the page of live review. */
export default function ReviewsPage() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const filter = useMemo(() => parseFilter(search), [search]);
  const pages = usePages(ReviewListDocument, toVariables(filter), { size: 100, pick: (data) => data.reviewQueue });
  const nameOf = (id: string) => pages.items.find(({ decision }) => decision?.by.id === id)?.decision?.by.name ?? id;
  const change = (next: ListFilter) => void navigate({ to: '.', search: parseFilter({ ...next }) as never, replace: true });

  return (
    <Page
      title={t('reviews.title')}
      tools={
        <Text size="sm" c="dimmed" className="figures" role="status">
          {pages.total !== null && t('parts.loaded', { loaded: pages.items.length, total: pages.total })}
        </Text>
      }
    >
      <Stack gap="sm" className={classes['page']}>
        <Filters filter={filter} nameOf={nameOf} onChange={change} />
        {pages.error !== null && <FaultNote error={pages.error} onRetry={pages.reload} />}
        {pages.items.length > 0 && (
          <div className={`panel ${classes['list']}`} aria-busy={pages.loading}>
            <VirtualRows
              key={JSON.stringify(filter)}
              items={pages.items}
              keyOf={(item) => item.id}
              rowHeight={ROW_HEIGHT}
              label={t('reviews.title')}
              total={pages.total ?? pages.items.length}
              onNearEnd={pages.more}
            >
              {(item) => <ReviewRow row={item} />}
            </VirtualRows>
          </div>
        )}
        {pages.items.length === 0 && pages.loading && <Skeleton height={ROW_HEIGHT * 4} role="status" aria-label={t('shell.loading')} />}
        {pages.items.length === 0 && !pages.loading && pages.error === null && (
          <EmptyState icon={IconChecklist} title={t('reviews.none')} text={t('reviews.noneText')}>
            <Button variant="default" size="xs" onClick={() => change({})}>
              {t('reviews.all')}
            </Button>
          </EmptyState>
        )}
      </Stack>
    </Page>
  );
}

function Filters({ filter, nameOf, onChange }: { filter: ListFilter; nameOf: (id: string) => string; onChange: (filter: ListFilter) => void }) {
  const { status = [], reason = [], by, decidedFrom, decidedTo, addedFrom, addedTo } = filter;
  const without = (nothing: ListFilter) => () => onChange({ ...filter, ...nothing });
  const span = (from?: string, to?: string) => ({ from: from ? format.dateTime(from) : '…', to: to ? format.dateTime(to) : '…' });
  return (
    <Group gap="xs" role="search">
      <Chip.Group multiple value={status} onChange={(value) => onChange({ ...filter, status: value as Status[] })}>
        <Group gap={6} role="group" aria-label={t('reviews.status')}>
          {STATUSES.map((one) => (
            <Chip key={one} value={one} size="xs" variant="outline">
              {t(`review.status.${one}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {reason.map((one) => (
        <FilterPill key={one} text={reasonWord(one)} onRemove={without({ reason: reason.filter((other) => other !== one) })} />
      ))}
      {by && <FilterPill text={t('reviews.by', { name: nameOf(by) })} onRemove={without({ by: undefined })} />}
      {(decidedFrom ?? decidedTo) && (
        <FilterPill text={t('reviews.decided', span(decidedFrom, decidedTo))} onRemove={without({ decidedFrom: undefined, decidedTo: undefined })} />
      )}
      {(addedFrom ?? addedTo) && (
        <FilterPill text={t('reviews.added', span(addedFrom, addedTo))} onRemove={without({ addedFrom: undefined, addedTo: undefined })} />
      )}
    </Group>
  );
}
