import type { EChartsCoreOption } from 'echarts/core';
import { CHART_FONT, type Palette } from '../../components/charts/palette.ts';

interface Group {
  group: string;
  size: number;
  selectionRate: number;
  truePositiveRate?: number | null;
  falsePositiveRate?: number | null;
}

const percent = (value: number | null | undefined) => (value == null ? null : Math.round(value * 1000) / 10);

/** The rates of the groups of one attribute side by side, in per cent. */
export function ratesOption(
  groups: readonly Group[],
  palette: Palette,
  names: { selection: string; truePositive: string; falsePositive: string },
): EChartsCoreOption {
  const look = {
    axisLabel: { color: palette.muted, hideOverlap: true },
    axisLine: { lineStyle: { color: palette.grid } },
    splitLine: { lineStyle: { color: palette.grid } },
  };
  const bar = (id: string, name: string, color: string, data: (number | null)[]) => ({
    id,
    name,
    type: 'bar',
    barMaxWidth: 26,
    itemStyle: { color, borderRadius: [3, 3, 0, 0] },
    data,
  });
  const labelled = groups.some((group) => group.truePositiveRate != null);
  return {
    aria: { enabled: true },
    textStyle: { fontFamily: CHART_FONT },
    legend: { top: 0, left: 0, textStyle: { color: palette.text }, itemWidth: 12, itemHeight: 10 },
    grid: { top: 40, bottom: 8, left: 4, right: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.grid,
      textStyle: { color: palette.text, fontSize: 12 },
    },
    xAxis: { type: 'category', data: groups.map((group) => `${group.group} (${group.size})`), ...look },
    yAxis: { type: 'value', min: 0, max: 100, ...look, axisLabel: { color: palette.muted, formatter: '{value} %' } },
    series: [
      bar(
        'selection',
        names.selection,
        palette.line,
        groups.map((group) => percent(group.selectionRate)),
      ),
      ...(labelled
        ? [
            bar(
              'truePositive',
              names.truePositive,
              palette.positive,
              groups.map((group) => percent(group.truePositiveRate)),
            ),
            bar(
              'falsePositive',
              names.falsePositive,
              palette.negative,
              groups.map((group) => percent(group.falsePositiveRate)),
            ),
          ]
        : []),
    ],
  };
}
