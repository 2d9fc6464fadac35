import { badInput } from '@customerai/service';
import type { Filter, Range } from '../domain/reports.ts';
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

export function parseFilter(filter: AnalyticsFilter | null | undefined): Filter {
  return { channels: filter?.channel ?? [], customerId: filter?.customerId ?? undefined, languages: filter?.language ?? [] };
}
