import type { MetricResult, Verdict } from './audit.ts';
import { type AttributeCounts, rates } from './counts.ts';
import type { MetricDefinition } from './definitions.ts';
import { type Gap, measure } from './gap.ts';

/** With fewer rows behind a rate it says too little to pass or fail anyone. */
export const ENOUGH_ROWS = 30;

/** Rounding of binary fractions must not decide: 0.3 - 0.2 passes a line of 0.1. */
const SLACK = 1e-12;

function judgeValue({ kind, passes, warns }: MetricDefinition, value: number): Verdict {
  const within = (line: number) => (kind === 'difference' ? value <= line + SLACK : value >= line - SLACK);
  if (within(passes)) return 'PASS';
  return warns === undefined || within(warns) ? 'WARN' : 'FAIL';
}

/**
 * The value is over all groups; the verdict rests on the groups with enough rows. A failure among those stays one. Otherwise a group with too few
 * rows turns PASS into WARN: insufficient evidence, because what could not be seen must not look fair.
 */
export function judge(definition: MetricDefinition, { groups }: AttributeCounts): Verdict {
  const seen = measure(definition, groups, ENOUGH_ROWS);
  if (!seen) return 'WARN';
  const verdict = judgeValue(definition, seen.value);
  const thin = groups.some((counts) => definition.rates.some((rate) => rates[rate](counts)[1] < ENOUGH_ROWS));
  return thin && verdict === 'PASS' ? 'WARN' : verdict;
}

/** More false positives are worse; of every other rate less is. */
const worstIsHighest = ({ rate }: Gap) => rate === 'falsePositiveRate';

/** The metric of one attribute without interval; undefined where it cannot be computed. */
export function evaluate(definition: MetricDefinition, counts: AttributeCounts): MetricResult | undefined {
  const gap = measure(definition, counts.groups);
  if (!gap) return undefined;
  const [worstGroup, bestGroup] = worstIsHighest(gap) ? [gap.highest, gap.lowest] : [gap.lowest, gap.highest];
  return {
    name: definition.name,
    attribute: counts.attribute,
    value: gap.value,
    low: null,
    high: null,
    worstGroup,
    bestGroup,
    threshold: definition.passes,
    verdict: judge(definition, counts),
  };
}

export function overall(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('FAIL') ? 'FAIL' : verdicts.includes('WARN') ? 'WARN' : 'PASS';
}
