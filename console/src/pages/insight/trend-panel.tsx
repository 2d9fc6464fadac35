import { Text, useComputedColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Chart } from '../../components/charts/chart.tsx';
import { paletteOf } from '../../components/charts/palette.ts';
import { Panel } from '../../components/charts/panel.tsx';
import { format } from '../../components/tables/format.ts';
import { t } from '../../i18n/index.ts';
import { along } from './forecast-series.ts';
import { type Bucket, negativeShareOption, sentimentOption } from './sentiment-chart.ts';
import { TrendTable } from './trend-table.tsx';
import type { Unusual } from './unusual.ts';
import type { Forecasts } from './use-forecast.ts';
import { bucketEnd, type ResolvedView } from './view.ts';

const SERIES_LABEL: Record<string, string> = { negative: 'NEGATIVE', neutral: 'NEUTRAL', positive: 'POSITIVE', negativeShare: 'NEGATIVE' };

const NONE: readonly Unusual[] = [];

/** Sentiment over time: how many, how they felt on average, and the share of negative ones, under one crosshair. */
export function TrendPanel(props: {
  buckets: readonly Bucket[];
  view: ResolvedView;
  filters: Record<string, unknown>;
  found: readonly Unusual[] | undefined;
  expected: Forecasts;
}) {
  const { buckets, view, filters, found = NONE, expected } = props;
  const navigate = useNavigate();
  const scheme = useComputedColorScheme('light');
  const { timezone, interval, range } = view;

  const [bars, share] = useMemo(() => {
    const palette = paletteOf(scheme);
    const last = buckets.at(-1)?.start ?? '';
    const toCome = expected.messages.length > 0 ? expected.messages : expected.negativeShare;
    const starts = [...buckets.map(({ start }) => start), ...toCome.map(({ at }) => at).filter((at) => at > last)];
    const axis = starts.map((start) => format.bucket(start, interval, timezone));
    const texts = {
      negative: t('shell.sentiment.NEGATIVE'),
      neutral: t('shell.sentiment.NEUTRAL'),
      positive: t('shell.sentiment.POSITIVE'),
      average: t('insight.trend.average'),
      negativeShare: t('insight.trend.negativeShare'),
      unusual: t('insight.unusual.mark'),
      expected: t('insight.forecast.expected'),
      expectedShare: t('insight.forecast.expectedShare'),
      band: t('insight.forecast.band'),
    };
    const marked = (...metrics: Unusual['metric'][]) => new Set(found.filter(({ metric }) => metrics.includes(metric)).map(({ at }) => at));
    return [
      sentimentOption(buckets, axis, palette, texts, marked('INTERACTIONS', 'AVERAGE_SCORE'), along(starts, expected.messages)),
      negativeShareOption(buckets, axis, palette, texts, marked('NEGATIVE_SHARE'), along(starts, expected.negativeShare)),
    ];
  }, [buckets, scheme, interval, timezone, found, expected.messages, expected.negativeShare]);

  const rowsOf = (index: number, label?: string) => {
    const starts = buckets.map((bucket) => bucket.start);
    const first = index === 0 ? range.from : starts[index];
    return { ...filters, from: first, to: bucketEnd(starts, index, range.to), ...(label && { label: [label] }) };
  };
  const open = (index: number, series: string) => {
    if (index >= buckets.length) return; // what is only expected has no rows
    const label = SERIES_LABEL[series];
    void navigate({ to: '/interactions', search: rowsOf(index, label) as never });
  };
  const total = buckets.reduce((sum, bucket) => sum + bucket.count, 0);
  const label = t('insight.trend.aria', { total: format.number(total), buckets: buckets.length });

  return (
    <Panel
      title={t('insight.trend.title')}
      note={t('insight.trend.note', { timezone })}
      data={{
        file: `sentiment-${range.from.slice(0, 10)}-${range.to.slice(0, 10)}`,
        header: ['start', 'interactions', 'negative', 'neutral', 'positive', 'averageScore'],
        rows: buckets.map((one) => [one.start, one.count, one.negative, one.neutral, one.positive, one.averageScore]),
      }}
      table={<TrendTable buckets={buckets} view={view} rowsOf={rowsOf} />}
    >
      <Chart option={bars} height={280} label={label} group="insight" onPoint={open} />
      <Text size="xs" c="dimmed" mt="xs">
        {t('insight.trend.negativeShare')}
      </Text>
      <Chart option={share} height={130} label={t('insight.trend.shareAria')} group="insight" onPoint={open} />
    </Panel>
  );
}
