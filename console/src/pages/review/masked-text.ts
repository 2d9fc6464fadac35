type Label = 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE';

export interface TextPiece {
  text: string;
  /** The kind of personal data that stood (or stands) here, e.g. `EMAIL_ADDRESS`. */
  pii?: string;
  /** How the sentence around it feels; absent between sentences. */
  label?: Label;
  score?: number;
}

interface Span {
  start: number;
  end: number;
}

export interface MarkedText {
  /** Offsets of both count in the original text. */
  entities: readonly (Span & { type: string })[];
  sentences: readonly (Span & { label: Label; score: number })[];
}

/**
 * Cuts a text where sentences and personal data begin and end. Of a masked text the places of the original are found again by what each finding was
 * replaced with (`<TYPE>`), so that the original need not be known. A text that does not fit is given back whole, without marks.
 */
export function cutText(text: string, marks: MarkedText, masked: boolean): TextPiece[] {
  const entities = [...marks.entities].sort((a, b) => a.start - b.start);
  let shift = 0;
  const places = entities.map(({ type, start, end }) => {
    const at = start + shift;
    const stands = masked ? `<${type}>` : undefined;
    if (stands !== undefined) shift += stands.length - (end - start);
    return { type, start, end, from: at, to: stands === undefined ? at + (end - start) : at + stands.length };
  });
  if (masked && places.some(({ type, from, to }) => text.slice(from, to) !== `<${type}>`)) return [{ text }];

  /** Where an offset of the original stands in `text`; inside a finding, its nearer end. */
  const toHere = (offset: number): number => {
    let moved = offset;
    for (const { start, end, from, to } of places) {
      if (offset <= start) break;
      moved = offset < end ? to : to + (offset - end);
      if (offset < end) return offset - start < end - offset ? from : to;
    }
    return Math.min(moved, text.length);
  };
  const sentences = marks.sentences.map(({ start, end, label, score }) => ({ from: toHere(start), to: toHere(end), label, score }));
  const cuts = new Set([0, text.length, ...places.flatMap(({ from, to }) => [from, to]), ...sentences.flatMap(({ from, to }) => [from, to])]);
  const ordered = [...cuts].sort((a, b) => a - b);
  const pieces: TextPiece[] = [];
  for (const [index, from] of ordered.entries()) {
    const to = ordered[index + 1];
    if (to === undefined) break;
    const sentence = sentences.find((each) => each.from <= from && to <= each.to);
    const place = places.find((each) => each.from <= from && to <= each.to);
    pieces.push({
      text: text.slice(from, to),
      ...(place && { pii: place.type }),
      ...(sentence && { label: sentence.label, score: sentence.score }),
    });
  }
  return pieces;
}
