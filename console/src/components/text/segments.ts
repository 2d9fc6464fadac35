/** A part of a text that something is said about, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** A piece of a text: one span's, or what lies between. */
export interface Segment<S extends Span> {
  start: number;
  text: string;
  span?: S;
}

/** Cuts a text at its spans. Spans that overlap an earlier one, or lie outside of the text, are left out. */
export function cutAt<S extends Span>(text: string, spans: readonly S[]): Segment<S>[] {
  const pieces: Segment<S>[] = [];
  let at = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start < at || span.end <= span.start || span.end > text.length) continue;
    if (span.start > at) pieces.push({ start: at, text: text.slice(at, span.start) });
    pieces.push({ start: span.start, text: text.slice(span.start, span.end), span });
    at = span.end;
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at) });
  return pieces;
}

/**
 * Moves spans of a text to where they lie in its redacted form, in which each finding became `<TYPE>`: so that sentences can be coloured
 * without fetching the customer's own words. Null when the redacted text is not what the findings say: then nothing must be coloured.
 */
export function moveToRedacted<S extends Span>(spans: readonly S[], findings: readonly (Span & { type: string })[], redacted: string): S[] | null {
  const sorted = findings.toSorted((a, b) => a.start - b.start);
  let shift = 0;
  const steps = sorted.map((finding) => {
    const mark = `<${finding.type}>`;
    const found = redacted.startsWith(mark, finding.start + shift);
    shift += mark.length - (finding.end - finding.start);
    return { ...finding, found, shift };
  });
  if (steps.some((step) => !step.found)) return null;
  const move = (offset: number, atEnd: boolean): number => {
    let moved = offset;
    for (const step of steps) {
      if (offset >= step.end) moved = offset + step.shift;
      // A border within a finding goes to the finding's own border.
      else if (offset > step.start)
        return (atEnd ? step.end : step.start) + (atEnd ? step.shift : step.shift - (step.type.length + 2 - (step.end - step.start)));
    }
    return moved;
  };
  return spans.map((span) => ({ ...span, start: move(span.start, false), end: move(span.end, true) }));
}
