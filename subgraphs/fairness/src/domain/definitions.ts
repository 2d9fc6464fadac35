import type { RateName } from './counts.ts';

/** One measure of how far groups are apart, and where we draw the lines. */
export interface MetricDefinition {
  name: string;
  description: string;
  formula: string;
  /** Difference: highest rate - lowest; ratio: lowest / highest. Of several rates the one with the larger gap counts. */
  kind: 'difference' | 'ratio';
  rates: readonly RateName[];
  needsLabel: boolean;
  ideal: number;
  /** The last value that passes. */
  passes: number;
  /** The last value that is no failure; absent where a bad value warns and no more. */
  warns?: number;
}

// Definitions as in Fairlearn (https://fairlearn.org, user guide "Common fairness metrics"), except that a group without a rate is left out
// and not counted as zero. Lines: the four-fifths rule (29 CFR 1607.4 D) for the ratio; 0.1 and 0.2 for differences are our convention.
const difference = { kind: 'difference', ideal: 0, passes: 0.1, warns: 0.2 } as const;

export const definitions: readonly MetricDefinition[] = [
  {
    ...difference,
    name: 'demographic_parity_difference',
    description: 'How far apart the groups are in the share that gets the favourable decision.',
    formula: 'max over groups P(selected | group) - min over groups P(selected | group)',
    rates: ['selection'],
    needsLabel: false,
  },
  {
    name: 'demographic_parity_ratio',
    description: 'The lowest share of favourable decisions against the highest (disparate impact). Below 0.8 it breaks the four-fifths rule.',
    formula: 'min over groups P(selected | group) / max over groups P(selected | group)',
    kind: 'ratio',
    rates: ['selection'],
    needsLabel: false,
    ideal: 1,
    passes: 0.8,
    warns: 0.8,
  },
  {
    ...difference,
    name: 'equalized_odds_difference',
    description: 'The larger of the gaps in true and in false positive rates: errors are shared unequally when it is large.',
    formula: 'max(gap of P(selected | group, label favourable), gap of P(selected | group, label not favourable))',
    rates: ['truePositiveRate', 'falsePositiveRate'],
    needsLabel: true,
  },
  {
    name: 'equalized_odds_ratio',
    description: 'The smaller of the ratios of true and of false positive rates. It warns and never fails: ratios of small rates swing widely.',
    formula: 'min(min/max of true positive rates, min/max of false positive rates)',
    kind: 'ratio',
    rates: ['truePositiveRate', 'falsePositiveRate'],
    needsLabel: true,
    ideal: 1,
    passes: 0.8,
  },
  {
    ...difference,
    name: 'equal_opportunity_difference',
    description: 'How far apart the groups are in the share of those who deserve the favourable decision and get it.',
    formula: 'gap of P(selected | group, label favourable)',
    rates: ['truePositiveRate'],
    needsLabel: true,
  },
  {
    ...difference,
    name: 'false_positive_rate_difference',
    description: 'How far apart the groups are in the share of those who get the favourable decision against their label.',
    formula: 'gap of P(selected | group, label not favourable)',
    rates: ['falsePositiveRate'],
    needsLabel: true,
  },
  {
    ...difference,
    name: 'predictive_parity_difference',
    description: 'How far apart the groups are in the share of favourable decisions that the label bears out.',
    formula: 'gap of P(label favourable | group, selected)',
    rates: ['precision'],
    needsLabel: true,
  },
  {
    ...difference,
    name: 'accuracy_difference',
    description: 'How far apart the groups are in the share of decisions that the label bears out.',
    formula: 'gap of P(decision agrees with label | group)',
    rates: ['accuracy'],
    needsLabel: true,
  },
];
