import { format } from '../../components/tables/format.ts';
import type { Metric } from '../../generated/graphql.ts';

/** A value of a metric as people read it. */
export function showMetric(metric: Metric, value: number): string {
  switch (metric) {
    case 'NEGATIVE_SHARE':
    case 'APPROVAL_RATE':
      return format.share(value);
    case 'AVERAGE_SCORE':
      return format.score(value);
    case 'RESPONSE_TIME':
    case 'REVIEW_TIME':
      return format.duration(`PT${value.toFixed(3)}S`);
    default:
      return format.number(value, 2);
  }
}
