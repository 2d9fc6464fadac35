import type { EChartsCoreOption } from 'echarts/core';
import { CHART_FONT, type Palette } from '../../components/charts/palette.ts';
import { format } from '../../components/tables/format.ts';

/** One analysed message. */
export interface Point {
  id: string;
  at: string;
  score: number;
  label: 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE';
}

/** A dot for each message, oldest first, joined by a line, on the scale from -1 to 1. */
export function trendOption(points: readonly Point[], palette: Palette, name: string): EChartsCoreOption {
  const colors = { NEGATIVE: palette.negative, NEUTRAL: palette.neutral, POSITIVE: palette.positive };
  const axis = {
    axisLabel: { color: palette.muted, hideOverlap: true },
    axisLine: { lineStyle: { color: palette.grid } },
    splitLine: { lineStyle: { color: palette.grid } },
  };
  return {
    aria: { enabled: true },
    textStyle: { fontFamily: CHART_FONT },
    grid: { top: 12, bottom: 8, left: 4, right: 12, containLabel: true },
    tooltip: {
      trigger: 'axis',
      backgroundColor: palette.surface,
      borderColor: palette.grid,
      textStyle: { color: palette.text, fontSize: 12 },
      confine: true,
    },
    xAxis: { type: 'category', data: points.map((point) => format.dateTime(point.at)), ...axis },
    yAxis: { type: 'value', min: -1, max: 1, interval: 0.5, ...axis },
    series: [
      {
        id: 'score',
        name,
        type: 'line',
        symbol: 'circle',
        symbolSize: 10,
        lineStyle: { color: palette.line, width: 1.5, opacity: 0.6 },
        cursor: 'pointer',
        data: points.map((point) => ({ value: Number(point.score.toFixed(2)), itemStyle: { color: colors[point.label] } })),
      },
    ],
  };
}
