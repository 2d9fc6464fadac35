import type { EChartsCoreOption } from 'echarts/core';
import { CHART_FONT, type Palette } from '../../components/charts/palette.ts';
import { type Expected, forecastSeries } from './forecast-series.ts';

/** A bucket of the trend, as the platform answers it. */
export interface Bucket {
  start: string;
  count: number;
  averageScore?: number | null;
  negative: number;
  neutral: number;
  positive: number;
}

interface Texts {
  negative: string;
  neutral: string;
  positive: string;
  average: string;
  negativeShare: string;
  unusual: string;
  expected: string;
  expectedShare: string;
  band: string;
}

const axisLook = (palette: Palette) => ({
  axisLabel: { color: palette.muted, hideOverlap: true },
  axisLine: { lineStyle: { color: palette.grid } },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: palette.grid } },
  nameTextStyle: { color: palette.muted },
});

const common = (palette: Palette) => ({
  aria: { enabled: true },
  textStyle: { fontFamily: CHART_FONT },
  tooltip: {
    trigger: 'axis',
    axisPointer: { type: 'line', lineStyle: { color: palette.muted, type: 'dashed' } },
    backgroundColor: palette.surface,
    borderColor: palette.grid,
    textStyle: { color: palette.text, fontSize: 12 },
    confine: true,
  },
});

/** Stacked bars of the three labels, and the mean score as a line on an axis of its own. */
export function sentimentOption(
  buckets: readonly Bucket[],
  axis: string[],
  palette: Palette,
  texts: Texts,
  unusual: ReadonlySet<string>,
  expected: readonly Expected[],
): EChartsCoreOption {
  const bar = (id: 'negative' | 'neutral' | 'positive') => ({
    id,
    name: texts[id],
    type: 'bar',
    stack: 'sentiment',
    barCategoryGap: '25%',
    itemStyle: { color: palette[id] },
    cursor: 'pointer',
    data: buckets.map((bucket) => bucket[id]),
  });
  return {
    ...common(palette),
    legend: {
      data: [texts.negative, texts.neutral, texts.positive, texts.average, ...(expected.some(Boolean) ? [texts.expected] : [])],
      top: 0,
      left: 0,
      textStyle: { color: palette.text },
      itemWidth: 12,
      itemHeight: 10,
      inactiveColor: palette.muted,
    },
    grid: { top: 40, bottom: 8, left: 4, right: 4, containLabel: true },
    xAxis: { type: 'category', data: axis, ...axisLook(palette) },
    yAxis: [
      { type: 'value', minInterval: 1, ...axisLook(palette) },
      { type: 'value', min: -1, max: 1, interval: 0.5, ...axisLook(palette), splitLine: { show: false } },
    ],
    series: [
      bar('negative'),
      bar('neutral'),
      bar('positive'),
      {
        id: 'average',
        name: texts.average,
        type: 'line',
        yAxisIndex: 1,
        connectNulls: true,
        symbolSize: 6,
        lineStyle: { color: palette.line, width: 2 },
        itemStyle: { color: palette.line },
        data: buckets.map((bucket) => (bucket.averageScore == null ? null : Number(bucket.averageScore.toFixed(2)))),
      },
      markOf(palette, texts, unusual.size > 0 ? buckets.map((bucket) => (unusual.has(bucket.start) ? bucket.count : null)) : []),
      ...forecastSeries(expected, { name: texts.expected, band: texts.band, color: palette.muted }),
    ],
  };
}

/** The share of negative ones among those analysed, in per cent. */
export function negativeShareOption(
  buckets: readonly Bucket[],
  axis: string[],
  palette: Palette,
  texts: Texts,
  unusual: ReadonlySet<string>,
  expected: readonly Expected[],
): EChartsCoreOption {
  return {
    ...common(palette),
    grid: { top: 12, bottom: 8, left: 4, right: 4, containLabel: true },
    xAxis: { type: 'category', data: axis, ...axisLook(palette) },
    yAxis: [
      { type: 'value', min: 0, max: 100, interval: 25, ...axisLook(palette), axisLabel: { color: palette.muted, formatter: '{value} %' } },
      // As wide as the average's axis of the chart above, so that both crosshairs stand in one line.
      { type: 'value', min: -1, max: 1, interval: 0.5, axisLabel: { color: 'transparent' }, splitLine: { show: false } },
    ],
    series: [
      {
        id: 'negativeShare',
        name: texts.negativeShare,
        type: 'line',
        symbolSize: 6,
        connectNulls: true,
        areaStyle: { color: palette.negative, opacity: 0.12 },
        lineStyle: { color: palette.negative, width: 2 },
        itemStyle: { color: palette.negative },
        data: buckets.map(negativeShare),
      },
      markOf(palette, texts, unusual.size > 0 ? buckets.map((bucket) => (unusual.has(bucket.start) ? negativeShare(bucket) : null)) : []),
      ...forecastSeries(expected, { name: texts.expectedShare, band: texts.band, color: palette.negative, factor: 100 }),
    ],
  };
}

/** A ring around what its own past does not explain. */
const markOf = (palette: Palette, texts: Texts, data: (number | null)[]) => ({
  id: 'unusual',
  name: texts.unusual,
  type: 'scatter',
  symbolSize: 15,
  z: 5,
  cursor: 'pointer',
  itemStyle: { color: 'transparent', borderColor: palette.text, borderWidth: 2 },
  tooltip: { show: false },
  data,
});

function negativeShare({ negative, neutral, positive }: Bucket): number | null {
  const analysed = negative + neutral + positive;
  return analysed === 0 ? null : Math.round((negative / analysed) * 1000) / 10;
}
