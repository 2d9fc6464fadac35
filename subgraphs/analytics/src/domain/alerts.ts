import { METRIC_BOUNDS } from './metrics.ts';
import type { Metric } from './reports.ts';

export type Comparison = 'ABOVE' | 'BELOW';

/** When an alert is raised. Times of a metric are in seconds here, as in the API. */
export interface AlertCondition {
  metric: Metric;
  comparison: Comparison;
  threshold: number;
  /** What the metric is computed over, in ms, up to the present. */
  windowMs: number;
}

/** One turn of a rule: it was met, or is no longer. */
export interface Alert {
  /** The id of the event that tells of it. */
  id: string;
  value: number;
  at: Date;
  resolved: boolean;
}

export interface AlertRule extends AlertCondition {
  id: string;
  tenant: string;
  name: string;
  webhookUrl?: string;
  /** Grows with every turn and every change of the rule, so that of two writers from the same state one wins. */
  revision: number;
  /** The latest turn; absent before the first. */
  alert?: Alert;
}

/** A rule as answers show it: the secret only to whoever has just set the rule. */
export type ShownRule = AlertRule & { webhookSecret?: string };
export type ShownAlert = Alert & { rule: ShownRule };

export const MIN_WINDOW_MS = 60_000;
export const MAX_WINDOW_MS = 31 * 86_400_000;
export const MAX_NAME = 100;
/** Rules of one tenant: each is computed at every evaluation. */
export const MAX_RULES = 100;
/** A raised alert stays at least so long: a value that dances around its threshold shall not ring at every message. */
export const HOLD_MS = 60_000;

/** The turn that a rule takes now; undefined while it stays as it is. `value`: null when there is nothing to compute from, which meets no rule. */
export function nextTurn(rule: AlertRule, value: number | null, now: Date): { value: number; resolved: boolean } | undefined {
  const { comparison, threshold, alert } = rule;
  const met = value !== null && (comparison === 'ABOVE' ? value > threshold : value < threshold);
  const raised = alert !== undefined && !alert.resolved;
  if (met === raised) return undefined;
  if (raised && now.getTime() - alert.at.getTime() < HOLD_MS) return undefined;
  return { value: value ?? alert!.value, resolved: !met };
}

/** What is wrong with a condition, by the field of the input; undefined when nothing is. */
export function conditionFault({ metric, threshold, windowMs }: AlertCondition): { field: string; message: string } | undefined {
  const [low, high] = METRIC_BOUNDS[metric];
  if (!Number.isFinite(threshold) || threshold < low || threshold > high)
    return {
      field: 'threshold',
      message: `${metric} is ${high === Number.POSITIVE_INFINITY ? `a number from ${low}` : `between ${low} and ${high}`}; a threshold of ${threshold} says nothing about it.`,
    };
  if (windowMs < MIN_WINDOW_MS || windowMs > MAX_WINDOW_MS)
    return { field: 'window', message: 'A window is between one minute (PT1M) and 31 days (P31D).' };
  return undefined;
}
