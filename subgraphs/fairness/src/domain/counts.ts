import type { GroupReport } from './audit.ts';

/** Rows of one group by what was decided (selected or not) and, with labels, what was true. Without labels only the sums count. */
export interface GroupCounts {
  group: string;
  truePositive: number;
  falsePositive: number;
  falseNegative: number;
  trueNegative: number;
  /** Sum of (score - label)², where there are scores and labels. */
  squaredError: number | null;
}

/** One way to split a table into groups: a sensitive column or a combination of several. */
export interface AttributeCounts {
  attribute: string;
  groups: GroupCounts[];
}

export type Fraction = readonly [above: number, below: number];

/** Without labels a row is counted as `truePositive` or `trueNegative` by its decision alone, which only `selection` and `size` may read. */
export const rates = {
  selection: ({ truePositive, falsePositive, falseNegative, trueNegative }: GroupCounts): Fraction => [
    truePositive + falsePositive,
    truePositive + falsePositive + falseNegative + trueNegative,
  ],
  accuracy: ({ truePositive, falsePositive, falseNegative, trueNegative }: GroupCounts): Fraction => [
    truePositive + trueNegative,
    truePositive + falsePositive + falseNegative + trueNegative,
  ],
  precision: ({ truePositive, falsePositive }: GroupCounts): Fraction => [truePositive, truePositive + falsePositive],
  truePositiveRate: ({ truePositive, falseNegative }: GroupCounts): Fraction => [truePositive, truePositive + falseNegative],
  falsePositiveRate: ({ falsePositive, trueNegative }: GroupCounts): Fraction => [falsePositive, falsePositive + trueNegative],
  falseNegativeRate: ({ truePositive, falseNegative }: GroupCounts): Fraction => [falseNegative, truePositive + falseNegative],
};
export type RateName = keyof typeof rates;

/** Null when nothing stands below the line: such a group has no such rate, which is not the same as a rate of zero. */
export const quotient = ([above, below]: Fraction): number | null => (below === 0 ? null : above / below);

export const sizeOf = (counts: GroupCounts): number => rates.selection(counts)[1];

export function reportGroup(attribute: string, counts: GroupCounts, labelled: boolean): GroupReport {
  const ifLabelled = (rate: RateName) => (labelled ? quotient(rates[rate](counts)) : null);
  return {
    attribute,
    group: counts.group,
    size: sizeOf(counts),
    selectionRate: quotient(rates.selection(counts))!,
    accuracy: ifLabelled('accuracy'),
    precision: ifLabelled('precision'),
    truePositiveRate: ifLabelled('truePositiveRate'),
    falsePositiveRate: ifLabelled('falsePositiveRate'),
    falseNegativeRate: ifLabelled('falseNegativeRate'),
    brierScore: counts.squaredError === null ? null : counts.squaredError / sizeOf(counts),
  };
}
