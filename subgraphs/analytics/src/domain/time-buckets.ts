import type { Interval, Range } from './reports.ts';

/** More buckets than a chart can show or an answer should carry. */
export const MAX_BUCKETS = 2_000;

const MINUTE = 60_000;
/** Shortest length of each interval in ms: a day of 23 hours, a month of 28 days. */
const SHORTEST: Record<Interval, number> = {
  MINUTE,
  HOUR: 60 * MINUTE,
  DAY: 23 * 60 * MINUTE,
  WEEK: (7 * 24 - 1) * 60 * MINUTE,
  MONTH: 28 * 24 * 60 * MINUTE,
};

/** How far before a range its past is looked at: enough weeks for a rhythm, few enough buckets to count them at once. */
const PAST: Record<Interval, number> = {
  MINUTE: 12 * 60 * MINUTE,
  HOUR: 8 * 7 * 24 * 60 * MINUTE,
  DAY: 12 * 7 * 24 * 60 * MINUTE,
  WEEK: 60 * 7 * 24 * 60 * MINUTE,
  MONTH: 48 * 30 * 24 * 60 * MINUTE,
};

/** The range with the past that explains it. */
export function withPast({ from, to }: Range, interval: Interval): Range {
  return { from: new Date(from.getTime() - PAST[interval]), to };
}

/** Longest length of each interval in ms: a day of 25 hours, a month of 31 days. */
const LONGEST: Record<Interval, number> = {
  MINUTE,
  HOUR: 60 * MINUTE,
  DAY: 25 * 60 * MINUTE,
  WEEK: (7 * 24 + 1) * 60 * MINUTE,
  MONTH: (31 * 24 + 1) * 60 * MINUTE,
};

/** A range from now that surely has so many intervals after the one that runs. */
export function toCome(now: Date, interval: Interval, count: number): Range {
  return { from: now, to: new Date(now.getTime() + (count + 1) * LONGEST[interval]) };
}

/** An upper bound of the buckets that a range has, without a calendar. */
export function mostBuckets({ from, to }: Range, interval: Interval): number {
  return Math.ceil((to.getTime() - from.getTime()) / SHORTEST[interval]) + 1;
}

/** The IANA name in its usual spelling, or undefined when there is no such zone. Offsets such as `+02:00` are no zones: they know no summer time. */
export function canonicalTimezone(name: string): string | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
