import { type GroupCounts, quotient, type RateName, rates } from './counts.ts';
import type { MetricDefinition } from './definitions.ts';

export interface Gap {
  value: number;
  lowest: string;
  highest: string;
  rate: RateName;
}

/** The gap of one rate; undefined when fewer than two groups have the rate, or for the ratio of nothing to nothing. */
function gapOf(kind: MetricDefinition['kind'], rate: RateName, groups: readonly GroupCounts[], least: number): Gap | undefined {
  let low = Infinity;
  let high = -Infinity;
  let lowest = '';
  let highest = '';
  let compared = 0;
  for (const counts of groups) {
    const fraction = rates[rate](counts);
    if (fraction[1] < least) continue;
    const value = quotient(fraction);
    if (value === null) continue;
    compared += 1;
    if (value < low) [low, lowest] = [value, counts.group];
    if (value > high) [high, highest] = [value, counts.group];
  }
  if (compared < 2 || (kind === 'ratio' && high === 0)) return undefined;
  return { value: kind === 'difference' ? high - low : low / high, lowest, highest, rate };
}

/**
 * A metric over groups: of its rates the one with the larger gap. `least`: groups with fewer rows below the fraction's line are left out
 * (default 1: all that have the rate).
 */
export function measure(definition: MetricDefinition, groups: readonly GroupCounts[], least = 1): Gap | undefined {
  const gaps = definition.rates.map((rate) => gapOf(definition.kind, rate, groups, least)).filter((gap) => gap !== undefined);
  const worse = (a: Gap, b: Gap) => (definition.kind === 'difference' ? b.value > a.value : b.value < a.value);
  return gaps.length === 0 ? undefined : gaps.reduce((worst, gap) => (worse(worst, gap) ? gap : worst));
}
