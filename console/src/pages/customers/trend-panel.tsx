import { Text, useComputedColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Chart } from '../../components/charts/chart.tsx';
import { paletteOf } from '../../components/charts/palette.ts';
import { Panel } from '../../components/charts/panel.tsx';
import { t } from '../../i18n/index.ts';
import type { RowData } from '../interactions/interaction-row.tsx';
import { type Point, trendOption } from './trend-option.ts';

/** How the customer's feeling went, message by message; a dot opens its message. The rows below are the same in words. */
export function TrendPanel({ messages }: { messages: readonly RowData[] }) {
  const navigate = useNavigate();
  const scheme = useComputedColorScheme('light');
  const points = useMemo(
    () =>
      messages
        .flatMap(({ id, receivedAt, sentiment }): Point[] =>
          sentiment ? [{ id, at: receivedAt, score: sentiment.score, label: sentiment.label }] : [],
        )
        .toReversed(),
    [messages],
  );
  const option = useMemo(() => trendOption(points, paletteOf(scheme), t('customers.score')), [points, scheme]);
  return (
    <Panel
      title={t('customers.trend')}
      note={t('customers.trendNote')}
      data={{
        file: 'customer',
        header: ['receivedAt', 'score', 'label', 'interactionId'],
        rows: points.map((point) => [point.at, point.score, point.label, point.id]),
      }}
    >
      {points.length > 1 ? (
        <Chart
          option={option}
          height={220}
          label={t('customers.trendAria', { count: points.length })}
          onPoint={(index) => {
            const id = points[index]?.id;
            if (id) void navigate({ to: '/interactions/$id', params: { id } });
          }}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t('customers.trendFew')}
        </Text>
      )}
    </Panel>
  );
}
