import jstat from 'jstat';
import type { TestResult } from './audit.ts';
import { type AttributeCounts, type Fraction, rates, type RateName } from './counts.ts';

/**
 * Pearson's chi-square test that a rate is the same in all groups; for two groups it is the square of the two-proportion z test. Undefined where it does not hold:
 * Cochran's rule wants no expected count below 1, and at most a fifth of them below 5.
 */
export function chiSquare(groups: readonly Fraction[]): { statistic: number; pValue: number } | undefined {
  const present = groups.filter(([, below]) => below > 0);
  const above = present.reduce((sum, [count]) => sum + count, 0);
  const below = present.reduce((sum, [, count]) => sum + count, 0);
  const share = above / below;
  const expected = present.flatMap(([, size]) => [size * share, size * (1 - share)]);
  if (present.length < 2 || expected.some((count) => count < 1) || expected.filter((count) => count < 5).length > expected.length / 5)
    return undefined;
  const statistic = present.reduce((sum, [count, size]) => sum + (count - size * share) ** 2 / (size * share * (1 - share)), 0);
  return { statistic, pValue: Math.max(0, 1 - jstat.chisquare.cdf(statistic, present.length - 1)) };
}

/** Holm's step-down adjustment (1979), in the given order: controls the chance of any false alarm whatever depends on what. */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted: number[] = pValues.map(() => 1);
  let highest = 0;
  order.forEach((index, rank) => {
    highest = Math.max(highest, Math.min(1, (pValues.length - rank) * pValues[index]!));
    adjusted[index] = highest;
  });
  return adjusted;
}

const tested: readonly { name: string; rate: RateName; needsLabel: boolean }[] = [
  { name: 'selection_rate_chi_square', rate: 'selection', needsLabel: false },
  { name: 'true_positive_rate_chi_square', rate: 'truePositiveRate', needsLabel: true },
  { name: 'false_positive_rate_chi_square', rate: 'falsePositiveRate', needsLabel: true },
];

export function testAttributes(attributes: readonly AttributeCounts[], labelled: boolean): TestResult[] {
  const results = attributes.flatMap(({ attribute, groups }) =>
    tested
      .filter(({ needsLabel }) => labelled || !needsLabel)
      .flatMap(({ name, rate }) => {
        const test = chiSquare(groups.map((counts) => rates[rate](counts)));
        return test ? [{ name, attribute, ...test }] : [];
      }),
  );
  const adjusted = holm(results.map(({ pValue }) => pValue));
  return results.map((result, index) => ({ ...result, adjustedPValue: adjusted[index]! }));
}
