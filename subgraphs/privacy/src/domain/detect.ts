import type { Finding, Hints, Recognizer } from './finding.ts';
import { recognizers } from './recognizers/index.ts';
import { resolveOverlaps } from './resolve-overlaps.ts';

export interface DetectOptions extends Hints {
  /** Only these types; all when absent. */
  types?: ReadonlySet<string>;
  /** Findings below are dropped, before overlaps are resolved. 0 to 1. */
  minScore: number;
}

/**
 * Personal data in a text, in text order, without overlaps. A recogniser that throws fails the whole detection: a text that was only half
 * looked through must not pass for a clean one.
 */
export function detect(text: string, { types, minScore, ...hints }: DetectOptions, all: readonly Recognizer[] = recognizers): Finding[] {
  const found: Finding[] = [];
  for (const recognizer of all) {
    if (types && !recognizer.types.some((type) => types.has(type))) continue;
    for (const finding of recognizer.find(text, hints)) {
      if (finding.score >= minScore && (!types || types.has(finding.type))) found.push(finding);
    }
  }
  return resolveOverlaps(found);
}
