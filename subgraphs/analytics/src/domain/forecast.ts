import { METRIC_BOUNDS } from './metrics.ts';
import type { Interval, Metric } from './reports.ts';

export interface ForecastPoint {
  at: Date;
  value: number;
  low: number;
  high: number;
}

/** Buckets of a rhythm: hours of a day and of a week, days of a week, months of a year. A candidate needs two whole rounds of it. */
const SEASONS: Readonly<Record<Interval, readonly number[]>> = { MINUTE: [], HOUR: [24, 168], DAY: [7], WEEK: [], MONTH: [12] };
/** Fewer buckets than this have no past to judge a forecast by. */
export const MIN_HISTORY = 12;
/** Of them, buckets with a value in the last third. */
const MIN_JUDGED = 3;
/** Share of past errors that a band holds. */
const COVERAGE = 0.9;
/** Moments in the past from which a forecast is tried, at most. */
const MAX_ORIGINS = 60;
/** Errors that a band of one distance is read from; further ahead, where fewer are known, the last such band grows with the root of the distance. */
const MIN_ERRORS = 8;

/** One way of going on from a series: `step` takes the next value (null: none was seen), `ahead` says what is expected `h` buckets later. */
interface Method {
  step(value: number | null): void;
  ahead(h: number): number;
}
interface Candidate {
  /** Buckets that are needed before it can start. */
  start: number;
  begin(first: readonly (number | null)[]): Method;
}

const numbers = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);
const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length);

/** As in the round before; what was not seen there stays as it was. */
const seasonalNaive = (season: number): Candidate => ({
  start: season,
  begin: (first) => {
    const usual = mean(numbers(first));
    const round = first.map((value) => value ?? usual);
    let next = 0;
    return {
      step: (value) => {
        if (value !== null) round[next] = value;
        next = (next + 1) % season;
      },
      ahead: (h) => round[(next + h - 1) % season]!,
    };
  },
});

/**
 * Exponential smoothing with a damped additive trend and, for a season above 1, additive seasonality: Holt-Winters' damped method in the form of Hyndman and Athanasopoulos,
 * Forecasting: Principles and Practice (3rd edition, 2021), 8.2 and 8.3.
 */
const smoothing = (season: number, [alpha, beta, gamma, phi]: readonly [number, number, number, number]): Candidate => ({
  start: season === 1 ? 1 : season,
  begin: (first) => {
    let level = mean(numbers(first));
    let trend = 0;
    const seasonal = first.map((value) => (season === 1 || value === null ? 0 : value - level));
    let next = 0;
    const damped = (h: number) => (phi * (1 - phi ** h)) / (1 - phi);
    return {
      step: (value) => {
        const before = level + phi * trend;
        const swing = seasonal[next]!;
        const seen = value ?? before + swing; // what was not seen was as expected
        level = alpha * (seen - swing) + (1 - alpha) * before;
        trend = beta * (level - before + phi * trend) + (1 - beta) * phi * trend;
        if (season > 1) seasonal[next] = gamma * (seen - before) + (1 - gamma) * swing;
        next = (next + 1) % season;
      },
      ahead: (h) => level + damped(h) * trend + (season === 1 ? 0 : seasonal[(next + h - 1) % season]!),
    };
  },
});

/** The same on the logarithm, where swings and growth are in proportion to the level; for what cannot be below zero and has no upper bound. */
const inProportion = ({ start, begin }: Candidate): Candidate => {
  const up = (value: number | null) => (value === null ? null : Math.log1p(value));
  return {
    start,
    begin: (first) => {
      const method = begin(first.map(up));
      return { step: (value) => method.step(up(value)), ahead: (h) => Math.expm1(method.ahead(h)) };
    },
  };
};

const same = (candidate: Candidate): Candidate => candidate;

const ALPHAS = [0.05, 0.2, 0.4, 0.7];
const BETAS = [0.01, 0.1];
const GAMMAS = [0.05, 0.25];
const PHIS = [0.8, 0.98];
const parameters = (season: number) =>
  ALPHAS.flatMap((alpha) =>
    BETAS.flatMap((beta) => PHIS.flatMap((phi) => (season > 1 ? GAMMAS : [0]).map((gamma) => [alpha, beta, gamma, phi] as const))),
  );

/** Sum of squared errors of one step ahead. */
function oneStepError({ start, begin }: Candidate, values: readonly (number | null)[]): number {
  const method = begin(values.slice(0, start));
  let sum = 0;
  for (const value of values.slice(start)) {
    if (value !== null) sum += (value - method.ahead(1)) ** 2;
    method.step(value);
  }
  return sum;
}

/** The smoothing whose parameters went best through the past, one step at a time. */
function bestSmoothing(season: number, values: readonly (number | null)[], scale: (candidate: Candidate) => Candidate): Candidate {
  const all = parameters(season).map((given) => scale(smoothing(season, given)));
  const errors = all.map((one) => oneStepError(one, values));
  return all[errors.indexOf(Math.min(...errors))]!;
}

/** Absolute errors by distance (1 ahead first) of forecasts from each moment after `from`, as if nothing later were known. */
function backtest({ start, begin }: Candidate, values: readonly (number | null)[], from: number, horizon: number): number[][] {
  const method = begin(values.slice(0, start));
  const errors: number[][] = Array.from({ length: horizon }, () => []);
  const stride = Math.max(1, Math.floor((values.length - from) / MAX_ORIGINS));
  for (let index = start; index < values.length; index++) {
    if (index >= from && (index - from) % stride === 0)
      for (let h = 1; h <= horizon && index + h <= values.length; h++) {
        const seen = values[index + h - 1]!;
        if (seen !== null) errors[h - 1]!.push(Math.abs(seen - method.ahead(h)));
      }
    method.step(values[index]!);
  }
  return errors;
}

/** Half the width of the band at each distance; it never narrows. */
function widths(errors: readonly number[][]): number[] {
  let [width, known] = [0, 0];
  return errors.map((at, index) => {
    const h = index + 1;
    if (at.length >= MIN_ERRORS || known === 0) {
      width = Math.max(width, quantile(at, COVERAGE));
      known = h;
      return width;
    }
    return width * Math.sqrt(h / known);
  });
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length, Math.ceil(share * (sorted.length + 1))) - 1] ?? 0; // one more than were seen: the one to come counts too
}

/**
 * What a series of whole buckets, oldest first, goes on with: seasonal naive, or damped smoothing with or without a season, additive or in proportion, whichever would have erred least over the last third of the past. Parameters are
 * chosen on what came before that third; the band holds 90 % of the errors made there, by how far ahead they were made. Undefined when the past is too short. `ahead`: the buckets to come.
 */
export function forecast(metric: Metric, interval: Interval, past: readonly (number | null)[], ahead: readonly Date[]): ForecastPoint[] | undefined {
  const begin = past.findIndex((value) => value !== null && value !== 0); // before its first fact a series has no past
  const values = begin < 0 ? [] : past.slice(begin);
  if (numbers(values).length < MIN_HISTORY) return undefined;
  const from = Math.ceil((values.length * 2) / 3);
  const training = values.slice(0, from);
  const seasons = SEASONS[interval].filter((season) => season * 2 <= from);
  const [lowest, highest] = METRIC_BOUNDS[metric];
  const scales = highest === Number.POSITIVE_INFINITY ? [same, inProportion] : [same];
  const smoothings = [1, ...seasons].flatMap((season) => scales.map((scale) => bestSmoothing(season, training, scale)));
  const candidates = [...smoothings, ...seasons.map(seasonalNaive)];
  if (numbers(values.slice(from)).length < MIN_JUDGED) return undefined;
  const judged = candidates.map((candidate) => ({ candidate, errors: backtest(candidate, values, from, ahead.length) }));
  const best = judged.reduce((a, b) => (mean(b.errors.flat()) < mean(a.errors.flat()) ? b : a));

  const method = best.candidate.begin(values.slice(0, best.candidate.start));
  for (const value of values.slice(best.candidate.start)) method.step(value);
  const within = (value: number) => Math.min(highest, Math.max(lowest, value));
  const band = widths(best.errors);
  return ahead.map((at, index) => {
    const value = method.ahead(index + 1);
    return { at, value: within(value), low: within(value - band[index]!), high: within(value + band[index]!) };
  });
}
