import type { ForecastPoint } from './use-forecast.ts';

/** What is expected at one place of the axis. */
export type Expected = Pick<ForecastPoint, 'value' | 'low' | 'high'> | null;

/** The points at the places of an axis that begin there. */
export function along(starts: readonly string[], points: readonly ForecastPoint[]): Expected[] {
  const byStart = new Map(points.map((point) => [point.at, point]));
  return points.length === 0 ? [] : starts.map((start) => byStart.get(start) ?? null);
}

/** A dashed line, and the band around it: the upper edge is stacked on an unseen lower one. `factor`: 100 for shares. */
export function forecastSeries(expected: readonly Expected[], look: { name: string; band: string; color: string; factor?: number }): object[] {
  if (!expected.some(Boolean)) return [];
  const { name, band, color, factor = 1 } = look;
  const show = (pick: (point: NonNullable<Expected>) => number) =>
    expected.map((point) => (point ? Math.round(pick(point) * factor * 10) / 10 : null));
  const edge = { type: 'line', stack: 'band', symbol: 'none', lineStyle: { opacity: 0 }, silent: true, tooltip: { show: false }, z: 1 };
  return [
    { ...edge, id: 'expectedLow', name: band, data: show(({ low }) => low) },
    { ...edge, id: 'expectedHigh', name: band, areaStyle: { color, opacity: 0.14 }, data: show(({ low, high }) => high - low) },
    {
      id: 'expected',
      name,
      type: 'line',
      symbol: 'none',
      lineStyle: { color, width: 2, type: 'dashed' },
      itemStyle: { color },
      data: show(({ value }) => value),
    },
  ];
}
