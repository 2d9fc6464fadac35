import { severityOf } from './entity-types.ts';
import type { Finding } from './finding.ts';

const VISIBLE = /[\p{L}\p{N}]/u;

/**
 * Findings of patterns and of the model as one list in text order, without overlaps. Where both speak the pattern counts, for it has checked the form, unless the
 * model's finding holds it whole and weighs as much: an address around a phone number is one address. Else what the model's finding has beyond it stays
 * found, so that no street and no family name is left readable. Both lists are in text order, without overlaps of their own.
 */
export function mergeFindings(text: string, patterns: readonly Finding[], model: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  const beyond: Finding[] = [];
  let next = 0;
  for (const finding of model) {
    while (next < patterns.length && patterns[next]!.end <= finding.start) kept.push(patterns[next++]!);
    let from = finding.start;
    for (; next < patterns.length && patterns[next]!.start < finding.end; next++) {
      const pattern = patterns[next]!;
      if (holds(finding, pattern)) continue;
      beyond.push(...pieceOf(text, finding, from, pattern.start));
      from = pattern.end;
      if (from > finding.end) break; // it reaches into what comes next
      kept.push(pattern);
    }
    beyond.push(...pieceOf(text, finding, from, finding.end));
  }
  return [...kept, ...patterns.slice(next), ...beyond].toSorted((a, b) => a.start - b.start);
}

const holds = (finding: Finding, pattern: Finding) =>
  finding.start <= pattern.start &&
  finding.end >= pattern.end &&
  finding.end - finding.start > pattern.end - pattern.start &&
  severityOf(finding.type) >= severityOf(pattern.type);

/** A part of a finding without the blanks around it; none where nothing is to be read. */
function pieceOf(text: string, finding: Finding, from: number, to: number): Finding[] {
  const piece = text.slice(from, to);
  if (!VISIBLE.test(piece)) return [];
  const start = from + (piece.length - piece.trimStart().length);
  const end = from + piece.trimEnd().length;
  return [{ ...finding, start, end, text: text.slice(start, end) }];
}
