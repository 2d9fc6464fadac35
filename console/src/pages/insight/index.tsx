import { useQuery } from '@apollo/client/react';
import { ActionIcon, Group, Skeleton, Stack, Text, Tooltip } from '@mantine/core';
import { IconChartHistogram, IconRefresh } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { Page } from '../../components/page.tsx';
import { format } from '../../components/tables/format.ts';
import { t } from '../../i18n/index.ts';
import { AlertsPanel } from './alerts-panel.tsx';
import { Breakdowns } from './breakdowns.tsx';
import { InsightDocument, UnusualDocument } from './documents.ts';
import { ExportButton } from './export-button.tsx';
import { FilterBar } from './filter-bar.tsx';
import { KpiTiles } from './kpi-tiles.tsx';
import { ReviewHealth, useReviewHealth } from './review-health.tsx';
import { tilesOf } from './tiles.ts';
import { TrendPanel } from './trend-panel.tsx';
import { collectUnusual, type Unusual } from './unusual.ts';
import { UnusualPanel } from './unusual-panel.tsx';
import { useForecast } from './use-forecast.ts';
import { useLive } from './use-live.ts';
import { bucketEnd, parseView, resolveView, type View } from './view.ts';

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The week in one look: figures, sentiment over time, how it divides, and how review is doing. The whole view is in the address. */
export default function InsightPage() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const view = useMemo(() => parseView(search), [search]);
  const [now, setNow] = useState(() => Date.now());
  const [tick, setTick] = useState(0);
  const resolved = useMemo(() => resolveView(view, now, ZONE), [view, now]);
  const variables = {
    range: resolved.range,
    previous: resolved.previous,
    interval: resolved.interval,
    timezone: resolved.timezone,
    filter: { channel: view.channel, language: view.language, customerId: view.customer },
  };
  const { data, previousData, error, loading, refetch } = useQuery(InsightDocument, { variables, fetchPolicy: 'cache-and-network' });
  const shown = data ?? previousData;
  const { range, interval, timezone, filter } = variables;
  const unusual = useQuery(UnusualDocument, { variables: { range, interval, timezone, filter }, fetchPolicy: 'cache-and-network' });
  const expected = useForecast(resolved, filter);
  const refetchUnusual = unusual.refetch;
  const found = useMemo(() => (unusual.data ? collectUnusual(unusual.data) : undefined), [unusual.data]);

  const refresh = useCallback(() => {
    setNow(Date.now());
    setTick((old) => old + 1);
    void refetch().catch(() => undefined);
    void refetchUnusual().catch(() => undefined);
  }, [refetch, refetchUnusual]);
  useLive(refresh, resolved.live);
  const review = useReviewHealth(resolved.range, tick);
  const names = useMemo(() => new Map(review.stats?.byReviewer.map(({ user }) => [user.id, user.name])), [review.stats]);

  const change = (next: View) => void navigate({ to: '.', search: next as never, replace: true });
  // What the list of interactions understands of the filters.
  const filters = useMemo(
    () => ({
      ...resolved.range,
      ...(view.channel && { channel: view.channel }),
      ...(view.language && { language: view.language }),
      ...(view.customer && { customer: view.customer }),
    }),
    [resolved.range, view.channel, view.language, view.customer],
  );
  const rowsBehind = (at: string, metric: Unusual['metric']) => {
    if (metric === 'OPEN_REVIEWS') return { to: '/review', search: {} };
    const starts = shown?.sentimentTrend.map(({ start }) => start) ?? [];
    const search = { ...filters, from: at, to: bucketEnd(starts, starts.indexOf(at), resolved.range.to) };
    return { to: '/interactions', search: metric === 'NEGATIVE_SHARE' ? { ...search, label: ['NEGATIVE'] } : search };
  };
  const filtered = Boolean(view.channel ?? view.language ?? view.customer);
  const empty = shown && shown.kpis.interactions === 0 && shown.kpis.openReviews === 0 && !filtered;

  return (
    <Page
      title={t('insight.title')}
      tools={
        <Group gap="xs">
          {shown && (
            <Text size="xs" c="dimmed" data-as-of>
              {t('shell.asOf', { time: format.dateTime(shown.kpis.asOf, resolved.timezone) })}
            </Text>
          )}
          <ExportButton what={{ range, filter }} />
          <Tooltip label={t('insight.refresh')}>
            <ActionIcon variant="default" aria-label={t('insight.refresh')} loading={loading && Boolean(shown)} onClick={refresh}>
              <IconRefresh size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      }
    >
      <Stack gap="md">
        <FilterBar view={view} resolved={resolved} onChange={change} />
        {error && <FaultNote error={error} onRetry={refresh} />}
        {!shown && !error && <Waiting />}
        {shown && empty && (
          <EmptyState icon={IconChartHistogram} title={t('insight.empty.title')} text={t('insight.empty.text')} command="npm run demo" />
        )}
        {shown && !empty && (
          <>
            <KpiTiles tiles={tilesOf(shown.kpis, shown.before, resolved.range)} />
            <Text size="xs" c="dimmed">
              {filtered ? t('insight.kpi.noteFiltered') : t('insight.kpi.note')}
            </Text>
            <TrendPanel buckets={shown.sentimentTrend} view={resolved} filters={filters} found={found} expected={expected} />
            <AlertsPanel />
            <UnusualPanel found={found} view={resolved} rowsOf={rowsBehind} />
            <Breakdowns data={shown} filters={filters} range={resolved.range} names={names} />
            <ReviewHealth {...review} range={resolved.range} />
          </>
        )}
      </Stack>
    </Page>
  );
}

function Waiting() {
  return (
    <Stack gap="md" aria-busy>
      <Group grow>
        {[1, 2, 3, 4].map((one) => (
          <Skeleton key={one} height={96} />
        ))}
      </Group>
      <Skeleton height={420} />
    </Stack>
  );
}
