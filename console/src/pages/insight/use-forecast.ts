import { useQuery } from '@apollo/client/react';
import type { AnalyticsFilter, Metric } from '../../generated/graphql.ts';
import { ForecastDocument } from './documents.ts';
import type { ResolvedView } from './view.ts';

/** How far a chart looks ahead. */
const AHEAD = { MINUTE: 15, HOUR: 12, DAY: 7, WEEK: 4, MONTH: 3 } as const;

export interface ForecastPoint {
  at: string;
  value: number;
  low: number;
  high: number;
}

export interface Forecasts {
  messages: readonly ForecastPoint[];
  negativeShare: readonly ForecastPoint[];
}

const NONE: readonly ForecastPoint[] = [];

/** What the two trends are expected to go on with; nothing for a range that does not end now, or a past that is too short to tell. */
export function useForecast(view: ResolvedView, filter: AnalyticsFilter): Forecasts {
  const { interval, timezone, live } = view;
  const ask = (metric: Metric) => ({
    variables: { metric, horizon: AHEAD[interval], interval, timezone, filter },
    skip: !live,
    fetchPolicy: 'cache-and-network' as const,
  });
  const messages = useQuery(ForecastDocument, ask('INTERACTIONS'));
  const share = useQuery(ForecastDocument, ask('NEGATIVE_SHARE'));
  return { messages: messages.data?.forecast ?? NONE, negativeShare: share.data?.forecast ?? NONE };
}
