import { useSubscription } from '@apollo/client/react';
import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconArrowUp, IconMessages } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { Page } from '../../components/page.tsx';
import { usePages } from '../../components/tables/use-pages.ts';
import { VirtualRows } from '../../components/tables/virtual-rows.tsx';
import { t } from '../../i18n/index.ts';
import { InteractionArrivedDocument, InteractionListDocument } from './documents.ts';
import { FilterFields } from './filter-fields.tsx';
import { type ListFilter, parseFilter, toInput, WORDS } from './filter.ts';
import { InteractionRow, ROW_HEIGHT } from './interaction-row.tsx';
import classes from './list.module.css';

/** Every message, newest first, by search and filter. Rows are read page by page, well ahead of the eye. */
export default function InteractionsPage() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const filter = useMemo(() => parseFilter(search), [search]);
  const pages = usePages(InteractionListDocument, { filter: toInput(filter) }, { size: 100, pick: (data) => data.interactions });
  const { arrived, seen } = useArrived(filter);
  const change = (next: ListFilter) => void navigate({ to: '.', search: parseFilter({ ...next }) as never, replace: true });
  const filtered = Object.keys(filter).length > 0;

  return (
    <Page
      title={t('interactions.title')}
      tools={
        <Text size="sm" c="dimmed" className="figures" role="status">
          {pages.total !== null && t('parts.loaded', { loaded: pages.items.length, total: pages.total })}
        </Text>
      }
    >
      <Stack gap="sm" className={classes['page']}>
        <FilterFields filter={filter} onChange={change} />
        {arrived > 0 && (
          <Button
            variant="light"
            size="xs"
            leftSection={<IconArrowUp size={14} />}
            onClick={() => {
              seen();
              pages.reload();
            }}
          >
            {t('interactions.arrived', { count: arrived })}
          </Button>
        )}
        {pages.error !== null && <FaultNote error={pages.error} onRetry={pages.reload} />}
        {pages.items.length > 0 && (
          <div className={`panel ${classes['list']}`} aria-busy={pages.loading}>
            <VirtualRows
              key={JSON.stringify(filter)}
              items={pages.items}
              keyOf={(item) => item.id}
              rowHeight={ROW_HEIGHT}
              label={t('interactions.title')}
              total={pages.total ?? pages.items.length}
              onNearEnd={pages.more}
            >
              {(item) => <InteractionRow row={item} />}
            </VirtualRows>
          </div>
        )}
        {pages.items.length === 0 && pages.loading && <Waiting />}
        {pages.items.length === 0 &&
          !pages.loading &&
          pages.error === null &&
          (filtered ? (
            <EmptyState icon={IconMessages} title={t('interactions.noneFiltered')} text={t('interactions.noneFilteredText')}>
              <Button variant="default" size="xs" onClick={() => change({})}>
                {t('interactions.clearFilters')}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState icon={IconMessages} title={t('interactions.none')} text={t('interactions.noneText')} command="npm run demo" />
          ))}
      </Stack>
    </Page>
  );
}

/** How many messages that pass the filter were analysed since the list was read. Search, times and words of the analysis are no conditions of a subscription, so with them nothing is counted. */
function useArrived(filter: ListFilter): { arrived: number; seen: () => void } {
  const [arrived, setArrived] = useState(0);
  const key = JSON.stringify(filter);
  useEffect(() => setArrived(0), [key]);
  useSubscription(InteractionArrivedDocument, {
    variables: { filter: { label: filter.label, channel: filter.channel, customerId: filter.customer } },
    skip: filter.q !== undefined || filter.to !== undefined || WORDS.some((kind) => filter[kind] !== undefined),
    ignoreResults: true,
    onData: () => setArrived((old) => old + 1),
  });
  return { arrived, seen: () => setArrived(0) };
}

function Waiting() {
  return (
    <Stack gap={4} aria-busy role="status" aria-label={t('shell.loading')}>
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={index} height={ROW_HEIGHT - 4} />
      ))}
    </Stack>
  );
}
