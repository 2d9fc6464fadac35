import type { Expired } from '@customerai/service';
import type { ExportRequest } from '../domain/exports.ts';
import type { AnyFact, FactKind } from '../domain/facts.ts';
import type { SeriesPoint } from '../domain/anomalies.ts';
import type { BreakdownRow, Filter, Interval, Dimension, KpiReport, Metric, Range, TrendBucket } from '../domain/reports.ts';

export interface SeriesQuery {
  metric: Metric;
  range: Range;
  interval: Interval;
  timezone: string;
  filter: Filter;
}

export interface StoredFact {
  /** Unique among the tenant's facts of its kind. */
  key: string;
  data: Record<string, unknown>;
}

/** Where facts are kept and counted. Every report is one tenant's. */
export interface Warehouse extends AsyncDisposable {
  /** Resolves when the facts are on disk. A fact that is there already changes nothing. */
  record(facts: readonly AnyFact[]): Promise<void>;
  /** Removes a customer's facts of interactions with an id before this one, also those whose writing waits. Resolves with their number when they are gone from the disk. */
  erase(tenant: string, customerId: string, before: string): Promise<number>;
  /** Facts of interactions that nobody may keep any more. */
  countExpired(which: Expired): Promise<number>;
  /** Removes at most `first` of them; resolves with their number when they are gone from the disk. */
  expire(which: Expired, first: number): Promise<number>;
  /** A customer's facts of one kind, by their keys. */
  factsOf(kind: FactKind, tenant: string, customerId: string, from: { after?: string | undefined; first: number }): Promise<StoredFact[]>;
  /** `now` decides what is overdue. */
  kpis(tenant: string, range: Range, now: Date): Promise<KpiReport>;
  /** Buckets of local time, without gaps, oldest first. The first may begin before `range.from`; it counts from there. */
  sentimentTrend(tenant: string, query: { range: Range; interval: Interval; timezone: string; filter: Filter }): Promise<TrendBucket[]>;
  /** A figure in buckets of local time as `sentimentTrend` cuts them, each with how many facts stand behind it. Times are milliseconds. */
  series(tenant: string, query: SeriesQuery): Promise<SeriesPoint[]>;
  /** A figure over a span as a whole; null when there is nothing to compute from. Times are milliseconds. */
  value(tenant: string, query: { metric: Metric; range: Range; filter: Filter }): Promise<number | null>;
  /** The `top` keys with the most facts, most first, then by key. */
  breakdown(tenant: string, query: { by: Dimension; range: Range; filter: Filter; top: number }): Promise<BreakdownRow[]>;
  /** Writes the facts of a range to a new file; how many rows. */
  exportTo(tenant: string, request: ExportRequest, file: string): Promise<number>;
  /** Whether everything that the event log held when the file was new has been recorded. */
  isFilled(): Promise<boolean>;
  markFilled(): Promise<void>;
  /** Copies everything, as of one moment, into a new warehouse file; recording and reports go on. */
  copyTo(file: string): Promise<void>;
}
