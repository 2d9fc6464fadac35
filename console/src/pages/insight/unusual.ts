import { format } from '../../components/tables/format.ts';

export const WATCHED = ['INTERACTIONS', 'NEGATIVE_SHARE', 'AVERAGE_SCORE', 'RESPONSE_TIME', 'OPEN_REVIEWS'] as const;
export type Watched = (typeof WATCHED)[number];

/** One bucket of one figure that its own past does not explain. */
export interface Unusual {
  metric: Watched;
  at: string;
  value: number;
  expected: number;
  low: number;
  high: number;
  severity: number;
}

/** All of them, the most unusual first. */
export function collectUnusual(answer: Partial<Record<Watched, readonly Omit<Unusual, 'metric'>[]>> | undefined): Unusual[] {
  return WATCHED.flatMap((metric) => (answer?.[metric] ?? []).map((one) => ({ ...one, metric }))).toSorted((a, b) => b.severity - a.severity);
}

/** A value of a figure as people read it. */
export function showValue(metric: Watched, value: number): string {
  switch (metric) {
    case 'NEGATIVE_SHARE':
      return format.share(value);
    case 'AVERAGE_SCORE':
      return format.score(value);
    case 'RESPONSE_TIME':
      return format.duration(`PT${value.toFixed(3)}S`);
    default:
      return format.number(Math.round(value));
  }
}
