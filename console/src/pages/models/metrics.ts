/** A figure measured after training; the interval where one was computed. */
export interface MeasuredFigure {
  /** Test set, where the name has one. */
  set: string;
  figure: string;
  value: number;
  low?: number;
  high?: number;
  /** Rows it rests on. */
  n?: number;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Reads `ModelVersion.metrics`, which is free JSON: numbers, or objects with a value. What is neither is left out. */
export function readMetrics(metrics: unknown): MeasuredFigure[] {
  if (metrics === null || typeof metrics !== 'object') return [];
  return Object.entries(metrics).flatMap(([name, entry]): MeasuredFigure[] => {
    const dot = name.lastIndexOf('.');
    const place = { set: dot < 0 ? '' : name.slice(0, dot), figure: name.slice(dot + 1) };
    if (isNumber(entry)) return [{ ...place, value: entry }];
    const { value, low, high, n } = (entry ?? {}) as Record<string, unknown>;
    if (!isNumber(value)) return [];
    return [{ ...place, value, ...(isNumber(low) && { low }), ...(isNumber(high) && { high }), ...(isNumber(n) && { n }) }];
  });
}
