import type { Finding } from './finding.ts';

/**
 * One finding for each stretch of text: the highest score wins, then the longest, then the earliest, then the type's name (so that the same
 * text always gives the same answer). The answer is in text order. O(n log n).
 */
export function resolveOverlaps(findings: readonly Finding[]): Finding[] {
  const ranked = findings.toSorted(
    (a, b) => b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0),
  );
  const kept: Finding[] = []; // in text order, without overlaps
  for (const finding of ranked) {
    const at = firstEndingAfter(kept, finding.start);
    const next = kept[at];
    if (!next || next.start >= finding.end) kept.splice(at, 0, finding);
  }
  return kept;
}

function firstEndingAfter(kept: readonly Finding[], start: number): number {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (kept[middle]!.end > start) high = middle;
    else low = middle + 1;
  }
  return low;
}
