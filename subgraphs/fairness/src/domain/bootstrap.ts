import { binomial } from './binomial.ts';
import { type GroupCounts, sizeOf } from './counts.ts';
import type { MetricDefinition } from './definitions.ts';
import { measure } from './gap.ts';

export interface BootstrapInterval {
  low: number;
  high: number;
}

/** 95 % of the replicates. */
const TAIL = 0.025;

/**
 * Rows drawn anew within each group, as many as it has: on counts that is a multinomial draw of its four cells, a chain of three binomial ones.
 * No group can go missing from a replicate.
 */
function redraw(counts: GroupCounts, random: () => number): GroupCounts {
  const cells = [counts.truePositive, counts.falsePositive, counts.falseNegative, counts.trueNegative];
  let left = sizeOf(counts);
  let weight = left;
  const drawn = cells.map((cell) => {
    const count = left === 0 ? 0 : binomial(left, cell / weight, random);
    left -= count;
    weight -= cell;
    return count;
  });
  return { ...counts, truePositive: drawn[0]!, falsePositive: drawn[1]!, falseNegative: drawn[2]!, trueNegative: drawn[3]! };
}

/**
 * Percentile intervals of several metrics over one attribute, in the metrics' order, from `replicates` stratified bootstrap replicates.
 * A replicate in which a metric cannot be computed does not count for it; undefined when fewer than half could be.
 */
export function bootstrap(
  metrics: readonly MetricDefinition[],
  groups: readonly GroupCounts[],
  replicates: number,
  random: () => number,
): (BootstrapInterval | undefined)[] {
  const values = metrics.map(() => new Float64Array(replicates));
  const counted = metrics.map(() => 0);
  for (let n = 0; n < replicates; n += 1) {
    const sample = groups.map((counts) => redraw(counts, random));
    metrics.forEach((metric, index) => {
      const gap = measure(metric, sample);
      if (gap) values[index]![counted[index]!++] = gap.value;
    });
  }
  return values.map((all, index) => {
    const count = counted[index]!;
    if (count === 0 || count < replicates / 2) return undefined;
    const sorted = all.subarray(0, count).sort();
    return { low: quantile(sorted, TAIL), high: quantile(sorted, 1 - TAIL) };
  });
}

function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)]!;
  return low + (sorted[Math.ceil(place)]! - low) * (place - Math.floor(place));
}
