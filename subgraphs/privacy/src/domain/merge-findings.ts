import type { Finding } from './finding.ts';

const VISIBLE = /[\p{L}\p{N}]/u;

/**
 * Findings of patterns and of the model as one list in text order, without overlaps. Where both speak the pattern counts: it has checked the form. What the
 * model's finding has beyond it stays found, so that a phone number inside an address leaves no street readable, and a known first name takes the family name
 * along. Both lists are in text order, without overlaps of their own.
 */
export function mergeFindings(text: string, patterns: readonly Finding[], model: readonly Finding[]): Finding[] {
  const beyond: Finding[] = [];
  let next = 0;
  for (const finding of model) {
    while (next < patterns.length && patterns[next]!.end <= finding.start) next++;
    let from = finding.start;
    for (let at = next; at < patterns.length && patterns[at]!.start < finding.end; at++) {
      beyond.push(...pieceOf(text, finding, from, patterns[at]!.start));
      from = patterns[at]!.end;
    }
    beyond.push(...pieceOf(text, finding, from, finding.end));
  }
  return joinNeighbours(
    text,
    [...patterns, ...beyond].toSorted((a, b) => a.start - b.start),
  );
}

/** A part of a finding without the blanks around it; none where nothing is to be read. */
function pieceOf(text: string, finding: Finding, from: number, to: number): Finding[] {
  const piece = text.slice(from, to);
  if (!VISIBLE.test(piece)) return [];
  const start = from + (piece.length - piece.trimStart().length);
  const end = from + piece.trimEnd().length;
  return [{ ...finding, start, end, text: text.slice(start, end) }];
}

/** Findings of one type with nothing but blanks between them are one: `Ann` that was known and `Lee` that the model found. */
function joinNeighbours(text: string, findings: readonly Finding[]): Finding[] {
  const joined: Finding[] = [];
  for (const finding of findings) {
    const last = joined.at(-1);
    if (last && last.type === finding.type && last.recognizer !== finding.recognizer && text.slice(last.end, finding.start).trim() === '') {
      const surer = finding.score > last.score ? finding : last;
      joined[joined.length - 1] = { ...surer, start: last.start, end: finding.end, text: text.slice(last.start, finding.end) };
    } else joined.push(finding);
  }
  return joined;
}
