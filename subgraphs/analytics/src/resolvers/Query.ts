import { badInput, notImplemented, requireViewer } from '@customerai/service';
import { findAnomalies } from '../domain/anomalies.ts';
import { unitOf } from '../domain/metrics.ts';
import { withPast } from '../domain/time-buckets.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { parseBuckets, parseFilter, parseRange } from './arguments.ts';
import { answerKpis } from './Kpis.ts';

const MAX_TOP = 1_000;

export const Query: QueryResolvers = {
  kpis: (_, { range }, context) => answerKpis(parseRange(range), context),

  sentimentTrend: (_, { range, interval, filter, timezone }, { viewer, warehouse }) => {
    const { tenant } = requireViewer(viewer);
    return warehouse.sentimentTrend(tenant, { ...parseBuckets(range, interval, timezone), filter: parseFilter(filter) });
  },

  breakdown: (_, { by, range, filter, top }, { viewer, warehouse }) => {
    const { tenant } = requireViewer(viewer);
    const limit = top ?? 10;
    if (limit < 1 || limit > MAX_TOP) throw badInput('top', `\`top\` must be between 1 and ${MAX_TOP}, not ${limit}.`);
    return warehouse.breakdown(tenant, { by, range: parseRange(range), filter: parseFilter(filter), top: limit });
  },

  anomalies: async (_, { metric, range, interval, filter, timezone }, { viewer, warehouse, clock }) => {
    const { tenant } = requireViewer(viewer);
    const buckets = parseBuckets(range, interval, timezone);
    const series = await warehouse.series(tenant, { ...buckets, metric, range: withPast(buckets.range, interval), filter: parseFilter(filter) });
    const unit = unitOf(metric);
    return findAnomalies(metric, series, { from: buckets.range.from, now: clock(), lastEnd: buckets.range.to }).map((found) => ({
      ...found,
      value: found.value / unit,
      expected: found.expected / unit,
      low: found.low / unit,
      high: found.high / unit,
    }));
  },
  forecast: () => {
    throw notImplemented('Forecasting');
  },
  alertRules: (_, __, { viewer, rules }) => rules.list(requireViewer(viewer).tenant),
};
