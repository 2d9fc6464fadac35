export type Verdict = 'PASS' | 'WARN' | 'FAIL';

/** Rates are 0 to 1; null where nothing stands below the fraction's line, or where there are no labels (or, for Brier, no scores). */
export interface GroupReport {
  attribute: string;
  group: string;
  size: number;
  selectionRate: number;
  accuracy: number | null;
  precision: number | null;
  truePositiveRate: number | null;
  falsePositiveRate: number | null;
  falseNegativeRate: number | null;
  brierScore: number | null;
}

/** `low` and `high`: 95 % bootstrap interval; null without bootstrap. */
export interface MetricResult {
  name: string;
  attribute: string;
  value: number;
  low: number | null;
  high: number | null;
  worstGroup: string | null;
  bestGroup: string | null;
  threshold: number | null;
  verdict: Verdict;
}

export interface TestResult {
  name: string;
  attribute: string;
  statistic: number;
  pValue: number;
  /** Holm's, over all tests of the audit. */
  adjustedPValue: number;
}

/** What an audit found; never a row of the table. */
export interface Findings {
  rows: number;
  groups: GroupReport[];
  metrics: MetricResult[];
  tests: TestResult[];
  verdict: Verdict;
}

export interface Audit extends Findings {
  id: string;
  tenant: string;
  name: string;
  status: 'RUNNING' | 'COMPLETED' | 'FAILED';
  createdAt: Date;
  error: string | null;
}
