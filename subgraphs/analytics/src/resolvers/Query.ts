import { badInput, requireViewer } from '@customerai/service';
import { findAnomalies } from '../domain/anomalies.ts';
import { forecast, MIN_HISTORY } from '../domain/forecast.ts';
import { unitOf } from '../domain/metrics.ts';
import { toCome, withPast } from '../domain/time-buckets.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { parseBuckets, parseFilter, parseRange, parseTimezone } from './arguments.ts';
import { answerKpis } from './Kpis.ts';

const MAX_TOP = 1_000;
const MAX_HORIZON = 200;

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

  forecast: async (_, { metric, horizon, interval, filter, timezone }, { viewer, warehouse, clock }) => {
    const { tenant } = requireViewer(viewer);
    if (horizon < 1 || horizon > MAX_HORIZON) throw badInput('horizon', `\`horizon\` must be between 1 and ${MAX_HORIZON}, not ${horizon}.`);
    const now = clock();
    const range = withPast(toCome(now, interval, horizon), interval);
    const series = await warehouse.series(tenant, { metric, range, interval, timezone: parseTimezone(timezone), filter: parseFilter(filter) });
    const running = series.findLastIndex(({ start }) => start <= now); // a bucket that is not over yet is to come
    const past = series.slice(0, running).map(({ value }) => (value === null ? null : value / unitOf(metric)));
    const found = forecast(
      metric,
      interval,
      past,
      series.slice(running, running + horizon).map(({ start }) => start),
    );
    if (!found)
      throw badInput(
        'interval',
        `There are too few intervals of one ${interval} with anything to compute ${metric} from: a forecast needs at least ${MIN_HISTORY}, some of them among the latest. Take a shorter interval, or wait for more.`,
      );
    return found;
  },

  alertRules: (_, __, { viewer, rules }) => rules.list(requireViewer(viewer).tenant),
};
