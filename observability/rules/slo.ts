import type { Alert, AlertCase, Recording } from './rule.ts';

/**
 * A promise and its error budget, watched over several windows: fast burns page within minutes, slow ones make a task within a day, and neither goes on
 * for long after the cause is gone (Google, The Site Reliability Workbook, chapter 5, "multiwindow, multi-burn-rate alerts").
 */
export interface Slo {
  /** `graphql_availability`; part of the recorded names. */
  id: string;
  /** Part of the alerts' names. */
  alert: string;
  /** What is promised, in words, for the summary. */
  promise: string;
  /** Share that must be good, e.g. 0.999. */
  target: number;
  /** Bad and all events over a window, e.g. `5m`. */
  bad(window: string): string;
  all(window: string): string;
  /** Series of a service that breaks the promise by far after 30 minutes of keeping it; a value a minute. */
  breaking: AlertCase['series'];
}

const WINDOWS = ['5m', '30m', '1h', '2h', '6h', '1d', '3d'] as const;
type Window = (typeof WINDOWS)[number];

/** Budget of 30 days: 14.4 burns 2 % of it in an hour, 6 burns 5 % in six hours, 3 burns 10 % in a day, 1 burns all of it in time. */
const FAST: readonly [long: Window, short: Window, factor: number][] = [
  ['1h', '5m', 14.4],
  ['6h', '30m', 6],
];
const SLOW: typeof FAST = [
  ['1d', '2h', 3],
  ['3d', '6h', 1],
];

const ratioName = (slo: Slo, window: Window) => `customerai:${slo.id}_errors:ratio_rate${window}`;

export const recordingsOf = (slo: Slo): Recording[] =>
  WINDOWS.map((window) => ({ record: ratioName(slo, window), expr: `(${slo.bad(window)}) / (${slo.all(window)} > 0)` }));

const burns = (slo: Slo, windows: typeof FAST) =>
  windows
    .map(([long, short, factor]) => {
      const limit = `(${factor} * ${Number((1 - slo.target).toFixed(6))})`;
      return `(${ratioName(slo, long)} > ${limit} and ${ratioName(slo, short)} > ${limit})`;
    })
    .join(' or ');

export const alertsOf = (slo: Slo): Alert[] => [
  {
    name: `CustomerAI${slo.alert}FastBurn`,
    expr: burns(slo, FAST),
    for: '2m',
    severity: 'critical',
    summary: `The error budget of "${slo.promise}" is burning fast: {{ $value | humanizePercentage }} go wrong.`,
    description: 'At this rate the budget of a month is gone within two to five days. Users notice it now.',
    test: { series: slo.breaking, fires: { at: '60m', labels: [{}] }, quiet: { at: '29m' } },
  },
  {
    name: `CustomerAI${slo.alert}SlowBurn`,
    expr: burns(slo, SLOW),
    for: '1h',
    severity: 'warning',
    summary: `The error budget of "${slo.promise}" is burning: {{ $value | humanizePercentage }} go wrong.`,
    description: 'It will not last the month. Nobody need get up for it, somebody should look today.',
    test: { series: slo.breaking, fires: { at: '180m', labels: [{}] }, quiet: { at: '29m' } },
  },
];
