export type Interval = 'MINUTE' | 'HOUR' | 'DAY' | 'WEEK' | 'MONTH';

export type Dimension = 'CHANNEL' | 'LABEL' | 'LANGUAGE' | 'CUSTOMER' | 'EMOTION' | 'ASPECT' | 'REVIEWER' | 'REVIEW_REASON' | 'MODEL_VERSION';

/** A figure over time. */
export type Metric = 'INTERACTIONS' | 'AVERAGE_SCORE' | 'NEGATIVE_SHARE' | 'RESPONSE_TIME' | 'REVIEW_TIME' | 'APPROVAL_RATE' | 'OPEN_REVIEWS';

/** `from` counts, `to` does not. */
export interface Range {
  from: Date;
  to: Date;
}

/** Absent or empty: everything. */
export interface Filter {
  channels?: readonly string[];
  customerId?: string;
  languages?: readonly string[];
}

/** Shares are 0 to 1, times are milliseconds; null where there is nothing to compute from. */
export interface KpiReport {
  interactions: number;
  uniqueCustomers: number;
  averageScore: number | null;
  negativeShare: number | null;
  automationRate: number | null;
  approvalRate: number | null;
  medianResponseTime: number | null;
  p95ResponseTime: number | null;
  openReviews: number;
  overdueReviews: number;
  /** Time of the tenant's last recorded event; null before the first. */
  asOf: Date | null;
}

export interface TrendBucket {
  start: Date;
  count: number;
  averageScore: number | null;
  negative: number;
  neutral: number;
  positive: number;
}

export interface BreakdownRow {
  key: string;
  count: number;
  averageScore: number | null;
  negativeShare: number | null;
}
