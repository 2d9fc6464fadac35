import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, AxisPointerComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { connect, type ECharts, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ChartProps } from './chart.tsx';

register([
  BarChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  AxisPointerComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** The chunk with ECharts in it; pages use `Chart`, which loads it when the first chart is shown. */
export default function EChart({ option, height, label, group, onPoint }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const point = useRef(onPoint);
  point.current = onPoint;

  useEffect(() => {
    const made = init(box.current, null, { renderer: 'svg' });
    chart.current = made;
    if (group) {
      made.group = group;
      connect(group);
    }
    made.on('click', ({ dataIndex, seriesId }) => point.current?.(dataIndex, seriesId ?? ''));
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(box.current!);
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, [group]);

  useEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    chart.current?.setOption({ animation: !still, animationDuration: 250, animationDurationUpdate: 250, ...option }, { notMerge: true });
  }, [option]);

  return <div ref={box} role="img" aria-label={label} style={{ height, width: '100%', minWidth: 0 }} />;
}
