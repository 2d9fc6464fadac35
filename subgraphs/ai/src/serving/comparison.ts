import type { TextAnalysis } from '../domain/analysis.ts';
import { type Failed, isFailed } from '../inference/runtime.ts';

/** How a shadow's answers compare with the live version's. */
export interface Comparison {
  version: string;
  /** Texts that both were asked. */
  texts: number;
  /** Texts that the shadow had no answer for. */
  failed: number;
  /** Share of the texts with the same most probable sentiment; null before the first. */
  agreement: number | null;
  /** Mean difference of the scores (positive less negative), 0 to 2; null before the first. */
  meanGap: number | null;
}

const scoreOf = ({ probabilities }: TextAnalysis) => probabilities!.positive - probabilities!.negative;
const labelOf = ({ probabilities }: TextAnalysis) => Object.entries(probabilities!).toSorted(([, a], [, b]) => b - a)[0]![0];

export function createComparison(version = '') {
  let texts = 0;
  let failed = 0;
  let same = 0;
  let gap = 0;
  return {
    note: (live: TextAnalysis, shadow: TextAnalysis | Failed): void => {
      texts += 1;
      if (isFailed(shadow)) {
        failed += 1;
        return;
      }
      if (labelOf(live) === labelOf(shadow)) same += 1;
      gap += Math.abs(scoreOf(live) - scoreOf(shadow));
    },
    read: (): Comparison => {
      const compared = texts - failed;
      return { version, texts, failed, agreement: compared > 0 ? same / compared : null, meanGap: compared > 0 ? gap / compared : null };
    },
  };
}
