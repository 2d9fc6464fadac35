import { badInput } from '@customerai/service';
import type { Filter, Interval, Range } from '../domain/reports.ts';
import { canonicalTimezone, MAX_BUCKETS, mostBuckets } from '../domain/time-buckets.ts';
import type { AnalyticsFilter, TimeRangeInput } from '../generated/resolvers.ts';

/** Throws BAD_USER_INPUT when the range holds no time at all. */
export function parseRange({ from, to }: TimeRangeInput): Range {
  if (from >= to) {
    throw badInput(
      'range.to',
      `\`range.to\` (${to.toISOString()}) must be later than \`range.from\` (${from.toISOString()}): \`from\` counts, \`to\` does not.`,
    );
  }
  return { from, to };
}

/** Throws BAD_USER_INPUT for a zone that is none, and for more buckets than are answered. */
export function parseBuckets(given: TimeRangeInput, interval: Interval, name: string | null | undefined) {
  const range = parseRange(given);
  const timezone = parseTimezone(name);
  const buckets = mostBuckets(range, interval);
  if (buckets > MAX_BUCKETS) {
    throw badInput(
      'interval',
      `The range has up to ${buckets} intervals of one ${interval}; at most ${MAX_BUCKETS} are answered. Take a longer interval or a shorter range.`,
    );
  }
  return { range, interval, timezone };
}

/** Throws BAD_USER_INPUT for a zone that is none. */
export function parseTimezone(name: string | null | undefined): string {
  const timezone = canonicalTimezone(name ?? 'UTC');
  if (!timezone) throw badInput('timezone', `"${name}" is no time zone. Give an IANA name such as "Europe/Zurich" or "UTC".`);
  return timezone;
}

export function parseFilter(filter: AnalyticsFilter | null | undefined): Filter {
  return { channels: filter?.channel ?? [], customerId: filter?.customerId ?? undefined, languages: filter?.language ?? [] };
}
