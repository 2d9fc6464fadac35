import { Skeleton } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense } from 'react';

/** A chart and what a click on it means. */
export interface ChartProps {
  /** Keep it stable (useMemo): a new object repaints the chart. */
  option: EChartsCoreOption;
  /** Pixels. */
  height: number;
  /** Said by screen readers in place of the picture. */
  label: string;
  /** Charts of one group share their crosshair. */
  group?: string;
  /** A mark was clicked: its place in the data, and the id of its series. */
  onPoint?: (index: number, seriesId: string) => void;
}

const EChart = lazy(() => import('./echart.tsx'));

/** An ECharts chart, loaded with the first one that is shown. */
export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<Skeleton height={props.height} />}>
      <EChart {...props} />
    </Suspense>
  );
}
