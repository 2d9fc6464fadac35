import { badInput, notImplemented, requireViewer, toDuration } from '@customerai/service';
import { canonicalTimezone, MAX_BUCKETS, mostBuckets } from '../domain/time-buckets.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { parseFilter, parseRange } from './arguments.ts';

const MAX_TOP = 1_000;
const duration = (milliseconds: number | null) => (milliseconds === null ? null : toDuration(milliseconds));

export const Query: QueryResolvers = {
  kpis: async (_, { range }, { viewer, warehouse, clock }) => {
    const { tenant } = requireViewer(viewer);
    const now = clock();
    const report = await warehouse.kpis(tenant, parseRange(range), now);
    return {
      ...report,
      medianResponseTime: duration(report.medianResponseTime),
      p95ResponseTime: duration(report.p95ResponseTime),
      asOf: report.asOf ?? now,
    };
  },

  sentimentTrend: (_, { range: given, interval, filter, timezone: name }, { viewer, warehouse }) => {
    const { tenant } = requireViewer(viewer);
    const range = parseRange(given);
    const timezone = canonicalTimezone(name ?? 'UTC');
    if (!timezone) throw badInput('timezone', `"${name}" is no time zone. Give an IANA name such as "Europe/Zurich" or "UTC".`);
    const buckets = mostBuckets(range, interval);
    if (buckets > MAX_BUCKETS) {
      throw badInput(
        'interval',
        `The range has up to ${buckets} intervals of one ${interval}; at most ${MAX_BUCKETS} are answered. Take a longer interval or a shorter range.`,
      );
    }
    return warehouse.sentimentTrend(tenant, { range, interval, timezone, filter: parseFilter(filter) });
  },

  breakdown: (_, { by, range, filter, top }, { viewer, warehouse }) => {
    const { tenant } = requireViewer(viewer);
    const limit = top ?? 10;
    if (limit < 1 || limit > MAX_TOP) throw badInput('top', `\`top\` must be between 1 and ${MAX_TOP}, not ${limit}.`);
    return warehouse.breakdown(tenant, { by, range: parseRange(range), filter: parseFilter(filter), top: limit });
  },

  anomalies: () => {
    throw notImplemented('Anomaly detection');
  },
  forecast: () => {
    throw notImplemented('Forecasting');
  },
  alertRules: () => {
    throw notImplemented('Alerting');
  },
};
