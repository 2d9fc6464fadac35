export interface DraftPiece {
  text: string;
  /** Index of the citation that supports it; absent for words of the composer's own. */
  citation?: number;
}

const SENTENCE = /[^.!?]+[.!?]+["”’)]*|[^.!?]+$/g;

/** Cuts a draft at the quotes of its citations. A quote that is not there whole is looked for sentence by sentence. */
export function cutDraft(draft: string, quotes: readonly string[]): DraftPiece[] {
  const found: { from: number; to: number; citation: number }[] = [];
  const free = (from: number, to: number) => found.every((other) => to <= other.from || other.to <= from);
  const mark = (part: string, citation: number): boolean => {
    const from = part === '' ? -1 : draft.indexOf(part);
    if (from < 0 || !free(from, from + part.length)) return false;
    found.push({ from, to: from + part.length, citation });
    return true;
  };
  for (const [citation, quote] of quotes.entries()) {
    if (mark(quote.trim(), citation)) continue;
    for (const [sentence] of quote.matchAll(SENTENCE)) mark(sentence.trim(), citation);
  }
  found.sort((a, b) => a.from - b.from);
  const pieces: DraftPiece[] = [];
  let position = 0;
  for (const { from, to, citation } of found) {
    if (position < from) pieces.push({ text: draft.slice(position, from) });
    pieces.push({ text: draft.slice(from, to), citation });
    position = to;
  }
  if (position < draft.length) pieces.push({ text: draft.slice(position) });
  return pieces;
}
